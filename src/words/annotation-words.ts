/** The words of an annotation between the catalogue's texts. */
export interface AnnotationWords {
  readonly colon: string;
  readonly separator: string;
  readonly cause: string;
  readonly next: string;
}
