/**
 * A stretch of text cut wherever a mark begins or ends, so that marks may overlap: runs `{ start, end, marks }` that
 * together cover it. Takes time in proportion to the marks, times how many lie over each other.
 */
export function cutRuns({ start, end }, marks) {
  const points = new Set([start, end])
  for (const mark of marks) {
    if (mark.start > start && mark.start < end) points.add(mark.start)
    if (mark.end > start && mark.end < end) points.add(mark.end)
  }
  const sorted = [...points].sort((a, b) => a - b)
  const coming = [...marks].sort((a, b) => a.start - b.start)
  const over = new Set()
  const runs = []
  let next = 0
  for (let place = 0; place + 1 < sorted.length; place++) {
    const [from, to] = [sorted[place], sorted[place + 1]]
    while (next < coming.length && coming[next].start <= from) over.add(coming[next++])
    for (const mark of over) if (mark.end <= from) over.delete(mark)
    runs.push({ start: from, end: to, marks: [...over] })
  }
  return runs
}

/** For each stretch, in order, the marks that touch it. Marks and stretches are in any order; stretches do not overlap. */
export function shareOut(stretches, marks) {
  const shares = stretches.map(() => [])
  const order = stretches.map((stretch, place) => ({ ...stretch, place })).sort((a, b) => a.start - b.start)
  for (const mark of marks) {
    let low = 0
    let high = order.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (order[middle].end > mark.start) high = middle
      else low = middle + 1
    }
    for (; low < order.length && order[low].start < mark.end; low++) shares[order[low].place].push(mark)
  }
  return shares
}
