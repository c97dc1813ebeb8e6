/** How a stretch of the page is set. */
export type Ink = 'bold' | 'dim' | 'underline' | 'theme' | 'quote' | 'heading'

const codes: Readonly<Record<Ink, readonly [string, string]>> = {
  bold: ['1', '22'],
  dim: ['2', '22'],
  underline: ['4', '24'],
  theme: ['36', '39'],
  quote: ['7', '27'],
  heading: ['1;33', '22;39'],
}

/** A function that sets text in an ink by ANSI codes, or leaves it as it is. */
export function painter(colour: boolean): (ink: Ink, text: string) => string {
  return (ink, text) => (colour ? `\u001b[${codes[ink][0]}m${text}\u001b[${codes[ink][1]}m` : text)
}
