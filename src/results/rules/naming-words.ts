/** A naming in words, for a cohort of which more is to be named than a card can list for ticking. */
import type { UnitId } from '../../kernel/ids.ts'
import type { CohortProposal, Proposal } from './excellence.ts'
import type { Naming } from './naming.ts'
import type { Cohort, ScoredUnit } from './scored.ts'

/** Names of units, one a line or separated by 、. */
export interface CohortWords {
  readonly cohort: Cohort
  /** Of those certain of a place: who is not named after all. */
  readonly except: string
  /** Of a tie across the last place: who is named; `无` for nobody. */
  readonly picked: string
}

/** What leaves a tie without an excellent unit. */
const NOBODY = '无'

/** The naming with the words of these cohorts added to what was ticked; or the names that mean nobody here. */
export function withWords(
  ticked: Naming,
  words: readonly CohortWords[],
  proposal: Proposal,
  units: readonly ScoredUnit[],
): { readonly naming: Naming } | { readonly unknown: readonly string[] } {
  const read = words.flatMap((one) => {
    const cohort = proposal.cohorts.find((other) => other.cohort === one.cohort)
    return cohort ? [readWords(one, cohort, units)] : []
  })
  const unknown = read.flatMap((one) => one.unknown)
  if (unknown.length > 0) return { unknown }
  const named = [...ticked.named, ...read.flatMap((one) => one.named)]
  const left = [...ticked.left, ...read.flatMap((one) => (one.left ? [one.cohort] : []))]
  return { naming: { named, left } }
}

function readWords(
  { except, picked }: CohortWords,
  { cohort, named, tied }: CohortProposal,
  units: readonly ScoredUnit[],
) {
  const dropped = readNames(except, named, units)
  const left = picked.trim() === NOBODY
  const chosen = readNames(left ? '' : picked, tied, units)
  return {
    ...{ cohort, left },
    unknown: [...dropped.unknown, ...chosen.unknown],
    named: [...named.filter((unit) => !dropped.ids.includes(unit)), ...chosen.ids],
  }
}

/** The units among `ids` that the names mean. */
function readNames(text: string, ids: readonly UnitId[], units: readonly ScoredUnit[]) {
  const words = text.split(/[\n、,，;；]+/u).map((word) => word.trim())
  const among = units.filter(({ unit }) => ids.includes(unit))
  const found = words
    .filter((word) => word !== '')
    .map((word) => among.find(({ unit, name }) => name === word || unit === word)?.unit ?? { word })
  return {
    ids: found.flatMap((one) => (typeof one === 'string' ? [one] : [])),
    unknown: found.flatMap((one) => (typeof one === 'string' ? [] : [one.word])),
  }
}
