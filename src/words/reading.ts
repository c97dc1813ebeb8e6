import type { Language } from '../model/language.js'
import { FormStore, hashOf } from './form-store.js'
import { freshCopy } from './fresh-copy.js'
import { formOf, isForm, knowWord } from './known-word.js'
import type { WordForm } from './word-form.js'

/** by hand: some articles' worth of distinct words; the store of a language starts anew when it holds so many. */
const mostKept = 50_000
/** by hand: the same in UTF-16 units, against few words of great length. */
const mostUnits = 1_000_000

const stores = new WeakMap<object, FormStore>()
/** Stands for a language that is none of those at hand. */
const noLanguage = {}

/** One reading of a text: gathers its distinct words, each looked up once. */
export class Reading {
  private readonly text: string
  private readonly used: Map<Language | undefined, FormStore> = new Map()
  private readonly formStores: FormStore[] = []
  private readonly entries: number[] = []
  private language: Language | undefined
  private store: FormStore | undefined

  constructor(text: string) {
    this.text = text
  }

  /** Place of a word among the forms of the text. @param inside - it stands where no sentence starts. */
  meet(language: Language | undefined, start: number, end: number, isNumber: boolean, inside: boolean): number {
    const { text } = this
    const store = this.store && this.language === language ? this.store : this.open(language)
    const hash = hashOf(text, start, end, isNumber)
    let entry = store.find(text, start, end, hash)
    if (entry < 0) {
      entry = store.add(text, start, end, hash)
      const known = knowWord(language, freshCopy(text.slice(start, end)), isNumber)
      store.settled.push(isForm(known) ? known : undefined)
      store.known.push(isForm(known) ? undefined : known)
    }
    const { met, metInside, forms } = store.columns
    if (met[entry] !== store.reading) {
      met[entry] = store.reading
      forms[entry] = this.entries.length
      this.entries.push(entry)
      this.formStores.push(store)
    }
    if (inside) metInside[entry] = store.reading
    return forms[entry]!
  }

  /** The forms of the text in the order they were met. Ends the reading. */
  finish(): WordForm[] {
    const forms = this.entries.map((entry, index) => {
      const store = this.formStores[index]!
      return store.settled[entry] ?? formOf(store.known[entry]!, store, entry)
    })
    for (const [language, store] of this.used) {
      if (store.size > mostKept || store.unitCount > mostUnits) stores.delete(language ?? noLanguage)
    }
    return forms
  }

  private open(language: Language | undefined): FormStore {
    let store = this.used.get(language)
    if (!store) {
      store = storeOf(language)
      store.reading++
      this.used.set(language, store)
    }
    this.language = language
    this.store = store
    return store
  }
}

function storeOf(language: Language | undefined): FormStore {
  const key = language ?? noLanguage
  let store = stores.get(key)
  if (!store) stores.set(key, (store = new FormStore()))
  return store
}
