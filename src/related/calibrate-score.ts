import * as packed from '../packed/related.js'
import { logistic, stableLog2 } from '../similarity/stable-math.js'
import { levelUnit, weightUnit } from './weigh-terms.js'

/** The parameters of the chance that an editor would link two articles. */
interface Calibration {
  readonly constant: number
  /** By doubling of the cosine. */
  readonly similarity: number
  /** By doubling of the rank in the list; below 0. */
  readonly rank: number
  /** By unit of the asked article's nearness to the archive's middle. */
  readonly level: number
}

let calibration: Calibration | undefined

/**
 * The chance that an editor would link two articles, 0–1: logistic in the logarithm of their similarity, the place in the list and how
 * near the asked article stands to the middle of the archive (there, everything is alike). Falls with the rank.
 * @param similarity - in units squared. @param rank - 1 is first. @param level - in units of levels.
 */
export function calibrateScore(similarity: number, rank: number, level: number): number {
  const { constant, similarity: slope, rank: fall, level: middle } = (calibration ??= readCalibration())
  const cosine = similarity / (weightUnit * weightUnit)
  if (cosine <= 0) return 0
  return logistic(constant + slope * stableLog2(cosine) + fall * stableLog2(rank) + (middle * level) / levelUnit)
}

function readCalibration(): Calibration {
  const values = new Map(packed.calibration.split('\n').map((line) => line.split('\t') as [string, string]))
  const value = (name: string): number => Number(values.get(name) ?? 0)
  return {
    constant: value('constant'),
    similarity: value('similarity'),
    rank: value('rank'),
    level: value('level'),
  }
}
