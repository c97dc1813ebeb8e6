// What the page says, in Danish and English.

const WORDINGS = {
  da: {
    promise: 'Alt sker i din browser. Intet sendes nogen steder hen.',
    chooseLanguage: 'Sprog',
    views: 'Visninger',
    tabArticle: 'En artikel',
    tabCompare: 'To artikler',
    tabArchive: 'Et arkiv',
    footer: 'klartekst læser danske og engelske artikler: sprog, citater, emner og det, der hører sammen.',
    dropHere: 'Slip filen her',
    pasteHere: 'Indsæt en artikel: tekst, HTML eller Markdown',
    first: 'Første artikel',
    second: 'Anden artikel',
    try: 'Prøv med:',
    openFile: 'Åbn en fil …',
    clear: 'Ryd',
    loading: 'Læser …',
    loadFailed: 'Det gik ikke: {message}',
    empty: 'Skriv, indsæt eller træk en artikel herind.',
    done: 'Læst på {time} ms: {themes} emner, {quotes} citater.',
    doneShort: 'Sammenlignet på {time} ms.',
    doneArchive: 'Læst på {time} ms: {articles} artikler.',
    passedOver: 'Sprunget over: {count}.',
    language: 'Sprog',
    unknownLanguage: 'ukendt',
    sure: '{percent} sikker',
    words: 'Ord',
    sentencesOf: '{count} sætninger',
    reading: 'Læsetid',
    minutes: '{count} min.',
    perMinute: '200 ord i minuttet',
    lix: 'Lix',
    lix0: 'meget let',
    lix1: 'let',
    lix2: 'middel',
    lix3: 'svær',
    lix4: 'meget svær',
    leftOut: 'Udeladt',
    nothing: 'intet',
    navigation: 'navigation',
    boilerplate: 'faste vendinger',
    byline: 'byline',
    disclaimer: 'forbehold',
    teaser: 'henvisning',
    shortcode: 'kortkode',
    script: 'script',
    table: 'tabel',
    layers: 'Vis i teksten',
    themes: 'Emner',
    quotes: 'Citater',
    foreign: 'Passager på andre sprog',
    foreignShort: 'Andre sprog',
    sentences: 'Sætninger',
    topic: 'emne',
    person: 'person',
    organisation: 'organisation',
    place: 'sted',
    work: 'værk',
    event: 'begivenhed',
    variants: 'I teksten:',
    places: '{count} steder',
    onePlace: '1 sted',
    show: 'Vis i teksten',
    shown: '{place} af {count}: {sentence}',
    why: 'Hvorfor?',
    otherReasons: 'Vejet sammen med {count} mindre træk giver det {score}.',
    editor: 'Redaktionens',
    suggested: 'Foreslået',
    noThemes: 'Ingen emner fundet.',
    noQuotes: 'Ingen linjer, der kan stå alene.',
    similarity: 'Lighed',
    alike0: 'De to artikler har næsten intet til fælles.',
    alike1: 'De to artikler har lidt til fælles.',
    alike2: 'De to artikler handler om noget af det samme.',
    alike3: 'De to artikler handler om det samme.',
    alike4: 'De to artikler er næsten ens.',
    shared: 'Det er de fælles om',
    noShared: 'Ingen emner er fælles.',
    articles: 'Artikler',
    articlesShown: 'De første {shown} af {count}',
    sampleArchive: 'Eksempelarkivet',
    openArchive: 'Åbn et arkiv …',
    archiveHelp:
      'Et arkiv er JSON, én artikel på hver linje med id, title og body. Eller træk flere tekstfiler herind.',
    distant: 'Vis også fjerne',
    belongsWith: 'Hører sammen med',
    noRelated: 'Ingen artikel i arkivet er tæt nok på. En kort liste er også et svar.',
    noArticles: 'Her er ingen artikler.',
    otherWords: 'andre fælles ord',
  },
  en: {
    promise: 'All of it happens in your browser. Nothing is sent anywhere.',
    chooseLanguage: 'Language',
    views: 'Views',
    tabArticle: 'One article',
    tabCompare: 'Two articles',
    tabArchive: 'An archive',
    footer: 'klartekst reads Danish and English articles: language, quotes, themes and what belongs together.',
    dropHere: 'Drop the file here',
    pasteHere: 'Paste an article: text, HTML or Markdown',
    first: 'First article',
    second: 'Second article',
    try: 'Try:',
    openFile: 'Open a file …',
    clear: 'Clear',
    loading: 'Reading …',
    loadFailed: 'That failed: {message}',
    empty: 'Write, paste or drop an article here.',
    done: 'Read in {time} ms: {themes} themes, {quotes} quotes.',
    doneShort: 'Compared in {time} ms.',
    doneArchive: 'Read in {time} ms: {articles} articles.',
    passedOver: 'Passed over: {count}.',
    language: 'Language',
    unknownLanguage: 'unknown',
    sure: '{percent} sure',
    words: 'Words',
    sentencesOf: '{count} sentences',
    reading: 'Reading time',
    minutes: '{count} min',
    perMinute: '200 words a minute',
    lix: 'Lix',
    lix0: 'very easy',
    lix1: 'easy',
    lix2: 'medium',
    lix3: 'difficult',
    lix4: 'very difficult',
    leftOut: 'Left out',
    nothing: 'nothing',
    navigation: 'navigation',
    boilerplate: 'boilerplate',
    byline: 'byline',
    disclaimer: 'disclaimer',
    teaser: 'teaser',
    shortcode: 'shortcode',
    script: 'script',
    table: 'table',
    layers: 'Show in the text',
    themes: 'Themes',
    quotes: 'Pull quotes',
    foreign: 'Passages in other languages',
    foreignShort: 'Other languages',
    sentences: 'Sentences',
    topic: 'topic',
    person: 'person',
    organisation: 'organisation',
    place: 'place',
    work: 'work',
    event: 'event',
    variants: 'In the text:',
    places: '{count} places',
    onePlace: '1 place',
    show: 'Show in the text',
    shown: '{place} of {count}: {sentence}',
    why: 'Why?',
    otherReasons: 'Weighed with {count} lesser traits, that makes {score}.',
    editor: 'The editor’s',
    suggested: 'Suggested',
    noThemes: 'No themes found.',
    noQuotes: 'No line that can stand by itself.',
    similarity: 'Similarity',
    alike0: 'The two articles have next to nothing in common.',
    alike1: 'The two articles have a little in common.',
    alike2: 'The two articles are about some of the same things.',
    alike3: 'The two articles are about the same thing.',
    alike4: 'The two articles are nearly the same.',
    shared: 'What they share',
    noShared: 'They share no themes.',
    articles: 'Articles',
    articlesShown: 'The first {shown} of {count}',
    sampleArchive: 'The sample archive',
    openArchive: 'Open an archive …',
    archiveHelp: 'An archive is JSON, one article a line with id, title and body. Or drop several text files here.',
    distant: 'Show distant ones too',
    belongsWith: 'Belongs with',
    noRelated: 'No article of the archive is close enough. A short list is an answer, too.',
    noArticles: 'There are no articles here.',
    otherWords: 'other shared words',
  },
}

let language = 'da'

/** The language the page speaks now. */
export const spoken = () => language

/** A phrase of the page in its language; {names in braces} are filled in. */
export function say(key, values = {}) {
  return WORDINGS[language][key].replace(/\{(\w+)\}/g, (_, name) => values[name])
}

/** A number as readers of the page's language write it. */
export function number(value, decimals = 0) {
  return value.toLocaleString(language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
}

/** A share 0–1 in percent. Never 100 % of what is not certain. */
export function percent(share) {
  return Math.min(share, share < 1 ? 0.99 : 1).toLocaleString(language, { style: 'percent' })
}

/** What a language is called. */
export function languageName(code) {
  if (code === 'und') return say('unknownLanguage')
  return new Intl.DisplayNames(language, { type: 'language' }).of(code)
}

/** Speaks `code` from now on, and says anew all that stands in the page itself. */
export function speak(code) {
  language = code
  document.documentElement.lang = code
  for (const node of document.querySelectorAll('[data-say]')) node.textContent = say(node.dataset.say)
  for (const node of document.querySelectorAll('[data-say-label]')) {
    node.setAttribute('aria-label', say(node.dataset.sayLabel))
  }
}

/** An element whose words follow the page's language. */
export function saying(node, key) {
  node.dataset.say = key
  node.textContent = say(key)
  return node
}
