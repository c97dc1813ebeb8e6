// The playground: paste an article and see what klartekst sees in it. The library runs in a worker (worker.js); all text
// of articles is set as text (element.js), and the policy in index.html forbids the rest.
import { startArchiveTab } from './archive-tab.js'
import { startArticleTab } from './article-tab.js'
import { startCompareTab } from './compare-tab.js'
import { partsOf } from './element.js'
import { acceptDrops } from './read-file.js'
import { startTabs } from './tabs.js'
import { speak } from './wording.js'

const LANGUAGES = ['da', 'en']
const starters = { article: startArticleTab, compare: startCompareTab, archive: startArchiveTab }
const views = new Map()

/** `#da`, `#en/compare`: the page's language, and the view that is open. */
function readAddress() {
  const [language, view] = location.hash.slice(1).split('/')
  const preferred = navigator.languages.some((tag) => /^(?:da|nb|nn|no)\b/.test(tag)) ? 'da' : 'en'
  return {
    language: LANGUAGES.includes(language) ? language : preferred,
    view: Object.hasOwn(starters, view) ? view : 'article',
  }
}

function show() {
  const { language, view } = readAddress()
  speak(language)
  for (const link of document.querySelectorAll('.languages a')) {
    link.hash = view === 'article' ? link.hreflang : `${link.hreflang}/${view}`
    if (link.hreflang === language) link.setAttribute('aria-current', 'true')
    else link.removeAttribute('aria-current')
  }
  chooseTab(view)
  for (const { draw } of views.values()) draw()
  if (views.has(view)) return
  // a view begins its work when it is first looked at
  views.set(view, starters[view](document.getElementById(`panel-${view}`)))
  views.get(view).start()
}

const chooseTab = startTabs(document.querySelector('[role=tablist]'), (view) => {
  location.hash = `${readAddress().language}/${view}`
})
addEventListener('hashchange', show)
show()

const current = () => views.get(readAddress().view)
acceptDrops(partsOf(document.body).get('drop'), (files, target) => current().take(files, target))

// Pasted beside every field: an article for the view that is open.
addEventListener('paste', (event) => {
  const text = event.clipboardData.getData('text/plain')
  if (event.target.closest?.('textarea, input') || !text.trim() || !current().paste) return
  event.preventDefault()
  current().paste(text)
})
