import { Tokenizer } from 'htmlparser2'

/** The words of a short piece of HTML, such as an attribute's value: tags dropped, entities decoded. Linear. */
export function plainText(html: string): string {
  if (!/[<&]/.test(html)) return html
  let text = ''
  const nothing = (): void => {}
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      ontext: (start, end) => {
        text += html.slice(start, end)
      },
      ontextentity: (codepoint) => {
        text += String.fromCodePoint(codepoint)
      },
      onclosetag: () => {
        text += ' '
      },
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onattribname: nothing,
      oncdata: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onopentagend: nothing,
      onopentagname: nothing,
      onprocessinginstruction: nothing,
      onselfclosingtag: nothing,
    },
  )
  tokenizer.write(html)
  tokenizer.end()
  return text
}
