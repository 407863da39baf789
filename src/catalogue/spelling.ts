/** The number in hexadecimal, as Windows tools print it: `0x2746`. */
export const hexOf = (code: number): string => `0x${code.toString(16).toUpperCase()}`;

/** The HRESULT (severity error, facility Win32) that wraps the code: `0x80072746`. */
export const hresultOf = (code: number): string => hexOf(HRESULT_WIN32 + code);

/** The HRESULT as an unsigned decimal: `2147952454`. */
export const unsignedHresultOf = (code: number): number => HRESULT_WIN32 + code;

/** The HRESULT as a signed 32-bit decimal: `-2147014842`. */
export const signedHresultOf = (code: number): number => HRESULT_WIN32 + code - 2 ** 32;

/** The NTSTATUS (severity error, facility NTWIN32) that wraps the code: `0xC0072746`. */
export const ntstatusOf = (code: number): string => hexOf(NTSTATUS_NTWIN32 + code);

const HRESULT_WIN32 = 0x80070000;
const NTSTATUS_NTWIN32 = 0xc0070000;
