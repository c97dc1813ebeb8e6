import { buildRelatedIndex, loadIndex, mergeIndexes, type RelatedIndex, removeArticles } from '../index.js'
import type { Shard } from './index-records.js'
import type { KeptIndex } from './kept-index.js'

/**
 * The shards of an archive as one index: the same as one built at once over all its articles.
 * @param kept - the index of an earlier run; what has changed since or is gone is left out of it.
 */
export function joinShards(shards: Iterable<Pick<Shard, 'sources' | 'index'>>, kept?: KeptIndex): RelatedIndex {
  const indexes: RelatedIndex[] = []
  const unchanged = new Set<string>()
  for (const { sources, index } of shards) {
    if (index) indexes.push(loadIndex(index))
    for (const { id, fingerprint } of sources) if (kept?.sources.get(id)?.fingerprint === fingerprint) unchanged.add(id)
  }
  if (kept) {
    const gone = [...kept.sources.keys()].filter((id) => !unchanged.has(id))
    indexes.push(kept.sources.size === 0 ? buildRelatedIndex([]) : removeArticles(kept.index, gone).index)
  }
  return indexes.length === 0 ? buildRelatedIndex([]) : mergeIndexes(...indexes)
}
