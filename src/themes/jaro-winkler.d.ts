declare module 'natural/lib/natural/distance/jaro-winkler_distance.js' {
  /** Likeness of two strings, 0–1 (Winkler 1990). Two empty strings give 1. */
  export default function jaroWinklerDistance(
    a: string,
    b: string,
    options?: { readonly ignoreCase?: boolean; readonly dj?: number },
  ): number
}
