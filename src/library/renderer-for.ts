import { createPen } from "../annotate/pen.ts";
import { createRenderer, type Renderer } from "../annotate/renderer.ts";
import { catalogue as shipped } from "../catalogue/index.ts";
import type { AnnotationOptions } from "./options.ts";
import { perCatalogue } from "./per-catalogue.ts";

/** What a stream may ask for besides. */
interface StreamForm {
  readonly format?: "text" | "json" | undefined;
  readonly onlyMatching?: boolean | undefined;
}

/** Returns the renderer for these options. */
export function rendererFor(options: AnnotationOptions & StreamForm): Renderer {
  const {
    catalogue = shipped,
    lang: language = "en",
    style = "inline",
    format = "text",
    onlyMatching = false,
  } = options;
  return once(catalogue, `${language} ${style} ${format} ${onlyMatching}`, () => {
    const pen = createPen({ catalogue, language, color: false, terminal: false });
    return createRenderer({ pen, style, format, onlyMatching });
  });
}

const once = perCatalogue<Renderer>();
