/**
 * A language as data: lists and tables as the build packed them from `data/<code>/`, each a string that the stage it
 * serves unpacks at first use. Adding a language means adding `data/<code>/` and one such value, nothing else.
 */
export interface Language {
  /** BCP 47. */
  readonly code: string
  /** English name. */
  readonly name: string
  /** The table of the detector that tells this language from its neighbours. */
  readonly detector: string
  /** Words ignored as terms, one a line. */
  readonly stopwords: string
  /** Abbreviations that do not end a sentence, one a line: form, tab, class. */
  readonly abbreviations: string
  /** Verbs that introduce who said it, one a line. */
  readonly attributionVerbs: string
  /** Wording of page furniture, one a line: kind, tab, phrase. */
  readonly furniture: string
  /** Suffix rules and exceptions: surface form to lemma. */
  readonly lemmas: string
  /** Stems with costs for decompounding; empty where the language writes compounds apart. */
  readonly compounds: string
  /** Word classes of common forms and of endings. */
  readonly wordClasses: string
  /** How common lemmas are in open text: the background of term weights. */
  readonly background: string
  /** Names of people and places, one a line: kind, tab, name. */
  readonly names: string
  /** What speaks for a name and its kind: feature, tab, weights; see `words/names/name-model.ts`. */
  readonly nameModel: string
  /** Prepositions inside themes, nouns too broad to be one, units of the calendar; one a line: kind, tab, lemma. */
  readonly themeWords: string
  /** Words that tell a line fit for a pull quote from one that is not, by meaning; one a line: category, tab, word. */
  readonly quoteWords: string
  /** How reasons are said to an editor, one a line: key, tab, wording. */
  readonly explanations: string
}
