/** How much goes to a worker at once. */
export interface BatchSize {
  readonly records: number
  readonly characters: number
}

/** The records of a stream in batches, in order. Where a batch ends hangs on the records alone. */
export async function* gather<Item>(
  items: AsyncIterable<Item>,
  { records, characters }: BatchSize,
  lengthOf: (item: Item) => number,
): AsyncGenerator<Item[]> {
  let batch: Item[] = []
  let size = 0
  for await (const item of items) {
    batch.push(item)
    size += lengthOf(item)
    if (batch.length >= records || size >= characters) {
      yield batch
      batch = []
      size = 0
    }
  }
  if (batch.length > 0) yield batch
}
