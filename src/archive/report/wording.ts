import type { DuplicateGroup } from '../../model/related.js'
import type { ThemeKind } from '../../model/theme.js'

/** What a report says, in one language. */
export interface Wording {
  readonly language: 'da' | 'en'
  /** Between thousands. */
  readonly separator: string
  readonly title: string
  readonly skip: string
  readonly articles: string
  readonly words: string
  readonly drafts: string
  readonly languages: string
  readonly languageNames: ReadonlyMap<string, string>
  readonly otherLanguage: string
  readonly overTime: string
  readonly overTimeNote: string
  readonly length: string
  readonly lengthNote: string
  readonly noDates: string
  readonly themes: string
  readonly themesNote: string
  readonly themesOverTime: string
  readonly map: string
  readonly mapNote: string
  readonly people: string
  readonly places: string
  readonly organisations: string
  readonly unreached: string
  readonly unreachedNote: string
  readonly reached: string
  readonly reachedNote: string
  readonly lists: string
  readonly duplicates: string
  readonly duplicatesNote: string
  readonly quotes: string
  readonly quotesNote: string
  readonly editors: string
  readonly evergreen: string
  readonly evergreenNote: string
  readonly leadsHere: string
  readonly none: string
  readonly asTable: string
  readonly more: (count: string) => string
  readonly kinds: Readonly<Record<ThemeKind, string>>
  readonly copies: Readonly<Record<DuplicateGroup['kind'], string>>
}

const danish: Wording = {
  language: 'da',
  separator: '.',
  title: 'Arkivet i billeder',
  skip: 'Gå til indholdet',
  articles: 'artikler',
  words: 'ord',
  drafts: 'kladder',
  languages: 'Sprog',
  languageNames: new Map([
    ['da', 'dansk'],
    ['en', 'engelsk'],
    ['nb', 'bokmål'],
    ['nn', 'nynorsk'],
    ['sv', 'svensk'],
    ['de', 'tysk'],
    ['und', 'ukendt'],
  ]),
  otherLanguage: 'andre sprog',
  overTime: 'Artikler over tid',
  overTimeNote: 'Hvor mange artikler der er udgivet, efter sprog.',
  length: 'Længde over tid',
  lengthNote: 'Ord i den midterste artikel: halvdelen er længere, halvdelen kortere.',
  noDates: 'Artiklerne har ingen datoer.',
  themes: 'Temaer',
  themesNote: 'Artikler, der har temaet blandt deres første.',
  themesOverTime: 'Temaer over tid',
  map: 'Kort over temaer',
  mapNote: 'Temaer, der står i de samme artikler, er forbundet. Jo tykkere streg, jo oftere går de sammen.',
  people: 'Personer',
  places: 'Steder',
  organisations: 'Organisationer',
  unreached: 'Artikler, som ingen fører til',
  unreachedNote: 'De står ikke på nogen anden artikels liste over beslægtede.',
  reached: 'Artikler, som mange fører til',
  reachedNote: 'De står på flest lister. En, der står på meget mange, er måske for almen.',
  lists: 'lister',
  duplicates: 'Næsten ens artikler',
  duplicatesNote: 'Samme tekst, næsten samme tekst, eller oversættelser af hinanden.',
  quotes: 'De bedste citater',
  quotesNote: 'Linjer, der kan løftes ud af teksten.',
  editors: 'redaktionens eget',
  evergreen: 'Den ældste, der stadig er aktuel',
  evergreenNote: 'Den ældste artikel, som en artikel fra den sidste måned fører til først.',
  leadsHere: 'Hertil fører',
  none: 'Ingen.',
  asTable: 'Vis tallene',
  more: (count) => `og ${count} til`,
  kinds: {
    topic: 'emne',
    person: 'person',
    organisation: 'organisation',
    place: 'sted',
    work: 'værk',
    event: 'begivenhed',
  },
  copies: { identical: 'samme tekst', 'near-duplicate': 'næsten samme tekst', translation: 'oversættelse' },
}

const english: Wording = {
  language: 'en',
  separator: ',',
  title: 'The archive in pictures',
  skip: 'Skip to the content',
  articles: 'articles',
  words: 'words',
  drafts: 'drafts',
  languages: 'Languages',
  languageNames: new Map([
    ['da', 'Danish'],
    ['en', 'English'],
    ['nb', 'Bokmål'],
    ['nn', 'Nynorsk'],
    ['sv', 'Swedish'],
    ['de', 'German'],
    ['und', 'unknown'],
  ]),
  otherLanguage: 'other languages',
  overTime: 'Articles over time',
  overTimeNote: 'How many articles were published, by language.',
  length: 'Length over time',
  lengthNote: 'Words of the median article: half are longer, half shorter.',
  noDates: 'The articles have no dates.',
  themes: 'Themes',
  themesNote: 'Articles that have the theme among their first.',
  themesOverTime: 'Themes over time',
  map: 'The map of themes',
  mapNote: 'Themes of the same articles are joined. The thicker the line, the more often they go together.',
  people: 'People',
  places: 'Places',
  organisations: 'Organisations',
  unreached: 'Articles nobody leads to',
  unreachedNote: 'They stand in no other article’s list of related ones.',
  reached: 'Articles many lead to',
  reachedNote: 'They stand in the most lists. One that stands in very many may be too general.',
  lists: 'lists',
  duplicates: 'Near-duplicates',
  duplicatesNote: 'The same text, nearly the same text, or translations of each other.',
  quotes: 'The best pull quotes',
  quotesNote: 'Lines that can be lifted from the text.',
  editors: 'the editor’s own',
  evergreen: 'The oldest that is still of interest',
  evergreenNote: 'The oldest article that one from the last month leads to first.',
  leadsHere: 'Led to by',
  none: 'None.',
  asTable: 'Show the numbers',
  more: (count) => `and ${count} more`,
  kinds: {
    topic: 'topic',
    person: 'person',
    organisation: 'organisation',
    place: 'place',
    work: 'work',
    event: 'event',
  },
  copies: { identical: 'same text', 'near-duplicate': 'nearly the same text', translation: 'translation' },
}

/** The wording in a language; English for all but Danish. */
export function wordingIn(language: string): Wording {
  return language === 'da' ? danish : english
}
