// What a thread of the work pool does. The archive comes as bytes in shared memory, the same for all threads, and a
// changed archive is returned as new bytes: nothing is half done when a thread is ended.
import {
  analyze,
  indexInfo,
  KlartekstError,
  loadIndex,
  related,
  removeArticles,
  reweighIndex,
  saveIndex,
  upsertArticles,
} from 'klartekst'

const tasks = {
  analyze: ({ article, themes }) => analyze(article, { themes: { limit: themes } }),
  related: ({ archive, idOrArticle, options }) =>
    orRefusal(() => ({ related: related(openArchive(archive), idOrArticle, options) })),
  change: changeArchive,
}

export default function work({ task, ...input }) {
  return tasks[task](input)
}

/** Makes changes one after the other; one that is refused leaves the others be. */
function changeArchive({ archive, changes }) {
  let index = openArchive(archive)
  const before = index
  const answers = changes.map(({ upsert, remove }) =>
    orRefusal(() => {
      const change = upsert ? upsertArticles(index, upsert) : removeArticles(index, remove)
      index = change.index
      return { affected: change.affected }
    }),
  )
  const { articles, drift } = indexInfo(index)
  if (drift > 0.1) index = reweighIndex(index)
  return { answers, articles, ...(index !== before && { bytes: share(saveIndex(index)) }) }
}

/** What the library refuses is an answer too: a code does not come through between threads on an error. */
function orRefusal(answer) {
  try {
    return answer()
  } catch (error) {
    if (error instanceof KlartekstError) return { refused: error.code }
    throw error
  }
}

let opened = {}

/** The index of an archive, opened once for each version of it. */
function openArchive({ version, bytes }) {
  if (opened.version !== version) opened = { version, index: loadIndex(new Uint8Array(bytes)) }
  return opened.index
}

function share(bytes) {
  const shared = new SharedArrayBuffer(bytes.length)
  new Uint8Array(shared).set(bytes)
  return shared
}
