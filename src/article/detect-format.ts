import type { ArticleFormat } from '../model/article.js'

/** A body's beginning says how it is written; looking further costs more than it tells. By hand. */
const lookAt = 200_000

/**
 * How a body is written, from the body itself. A text with one `<3`, `*` or `[1]` in it is a text.
 * @returns never `auto`
 */
export function detectFormat(body: string): Exclude<ArticleFormat, 'auto'> {
  const head = body.length > lookAt ? body.slice(0, lookAt) : body
  if (/^\s*(?:<\?xml[^>]{0,200}\?>\s*)?<(?:!doctype\s+html|html|head|body)[\s>]/i.test(head)) return 'html'
  if (/<!--\s*(?:wp:[a-z]|more\b|nextpage\b)/.test(head)) return 'wordpress'
  if (hasFrontMatter(head)) return 'markdown'
  const shortcodes = count(
    head,
    /\[\/(?:caption|quote|pullquote|embed|gallery|video|audio|su_\w+|vc_\w+|et_pb_\w+|citat)\]|\[([a-z][a-z_-]{2,30})(?:\s[^\]\n]{0,200})?\][^\n[\]]{1,2000}\[\/\1\]|\[(?:gallery|caption|embed|playlist|bctt|contact-form-7)\s[^\]\n]{0,200}=/g,
  )
  const blockTags = count(
    head,
    /<\/?(?:p|div|h[1-6]|ul|ol|li|table|section|article|figure|blockquote|nav|header|footer|aside)(?:\s[^<>]*)?>/gi,
  )
  const inlineTags = count(head, /<\/(?:a|b|strong|em|i|span|u)>|<br\s*\/?>|<img\s[^<>]+>/gi)
  const entities = count(head, /&(?:nbsp|amp|quot|lt|gt|[aeo]acute|oslash|aelig|aring|#\d{2,5});/g)
  const markdown = markdownSigns(head)
  const paragraphTags = count(head, /<\/?(?:p|div)(?:\s[^<>]*)?>/gi)
  if (markdown >= 2 && markdown * 3 > paragraphTags) return 'markdown'
  if (shortcodes > 0) return 'wordpress'
  if (blockTags > 0) {
    if (paragraphTags > 0 || /^\s*</.test(head)) return 'html'
    // Tags, but paragraphs by empty lines: the classic editor.
    return /\n[ \t]*\r?\n/.test(head.trim()) || /[^>\s][ \t]*\r?\n\s*[^\s]/.test(head) ? 'wordpress' : 'html'
  }
  if (inlineTags > 0) return /\n[ \t]*\r?\n/.test(head.trim()) ? 'wordpress' : 'html'
  if (markdown >= 1.5) return 'markdown'
  return entities > 1 ? 'html' : 'text'
}

/** A first line `---` or `+++`, a field after it, and the same line again. */
function hasFrontMatter(head: string): boolean {
  const fence = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n\s*[\p{L}_"'][^\n:=]*[:=]/u.exec(head)
  return fence !== null && head.indexOf(`\n${fence[1]}`, 4) > 0
}

/** Signs that only Markdown has; those a plain text may have by chance count less than one. */
function markdownSigns(text: string): number {
  const sure =
    2 * count(text, /^ {0,3}#{1,6} +\S/gm) +
    2 * count(text, /^ {0,3}(?:```|~~~)/gm) +
    2 * count(text, /\]\((?:https?:|mailto:|[/#.]|[\w-]+[./])[^()\s]*(?:\s+"[^"\n]*")?\)/g) +
    2 * count(text, /^\[[^\]\n]{1,100}\]: +\S+/gm) +
    2 * count(text, /\{\{[<%]\s*\/?\w|\{%-?\s*\w/g) +
    2 * count(text, /^\{:[^}\n]*\}\s*$/gm) +
    2 * count(text, /^\|?[ \t]*:?-{3,}:?[ \t]*\|[-:| \t]*$/gm) +
    2 * count(text, /^:{3,}\s*\{?[.\w]/gm) +
    2 * count(text, /^ {0,3}[^\s>|#=-][^\n]{0,200}\n(?:={3,}|-{5,})[ \t]*$/gm) +
    2 *
      count(text, /<\/?[A-Z]\w+(?:\s+\w+=["'{][^<>]*|\s*\/)?>/g) *
      (/<\/[A-Z]\w*>|<[A-Z]\w+\s[^<>]*\/>/.test(text) ? 1 : 0)
  const weak =
    count(text, /(?<![*\w])\*\*[^\s*][^*\n]{0,300}\*\*(?![*\w])/g) * 1.5 +
    count(text, /(?<![\w*])[*_](?![\s*_])[^*_\n]{2,200}(?<![\s*_])[*_](?![\w*])/g) * 0.5 +
    count(text, /^ {0,3}>\s*\S/gm) * 0.5 +
    Math.max(0, count(text, /^ {0,3}[-*+] +\S/gm) - 1) * 0.5 +
    count(text, /\\[*_#[\]]/g) +
    count(text, /(?<!`)`[^`\n]{1,100}`(?!`)/g) * 0.5
  return sure + weak
}

function count(text: string, pattern: RegExp): number {
  let found = 0
  for (const _ of text.matchAll(pattern)) if (++found >= 200) break
  return found
}
