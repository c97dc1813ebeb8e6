/** What reading needs to know of HTML elements. Anything not named here is inline. */
export interface ElementTable {
  /** They end the paragraph before them. */
  readonly block: ReadonlySet<string>
  /** They have no content. */
  readonly void: ReadonlySet<string>
  /** Nothing in them is prose. */
  readonly skip: ReadonlySet<string>
  /** They may stand in `<head>`. */
  readonly inHead: ReadonlySet<string>
}

let table: ElementTable | undefined

/** The element table, made once, at first use. */
export function elements(): ElementTable {
  const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))
  table ??= {
    block: words(
      'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
        'footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main menu nav ol ' +
        'optgroup option p pre search section summary table tbody td tfoot th thead title tr ul xmp',
    ),
    void: words('area base br col embed frame hr img input keygen link meta param source track wbr'),
    skip: words(
      'applet audio button canvas datalist head iframe map meter noframes noscript object option progress rp rt ' +
        'script select style svg template textarea title video',
    ),
    inHead: words('base link meta noscript script style template title'),
  }
  return table
}

/** What an inline element says of its words. */
export function markOf(tag: string): 'strong' | 'emphasis' | 'link' | undefined {
  if (tag === 'b' || tag === 'strong') return 'strong'
  if (tag === 'i' || tag === 'em') return 'emphasis'
  if (tag === 'a') return 'link'
  return undefined
}
