/** Markup that may stand in a page as it is. */
export class Markup {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text
  }
}

type Part = string | number | Markup | undefined | readonly Part[]

/** A template of markup: what is put in is text and is escaped, but for markup and lists of it. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(strings.reduce((text, string, index) => text + render(parts[index - 1]) + string))
}

function render(part: Part): string {
  if (part === undefined) return ''
  if (part instanceof Markup) return part.text
  if (typeof part === 'object') return part.map(render).join('')
  return String(part)
    .replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, ' ')
}

/** An address that may stand in a link: of the web, and nothing that runs. */
export function webAddress(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\/[^\s"'<>]+$/i.test(url) ? url : undefined
}
