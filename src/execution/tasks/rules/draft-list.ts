/** A typed list as far as it is understood: what it would make, every fault, and who is meant by names that several have. */
import type { LocalDate } from '../../../kernel/time.ts'
import type { ListContext, ListRefusal } from './list.ts'
import { type Candidate, candidatesFor, owned } from './owners.ts'
import type { TaskPlan } from './task.ts'
import { readTaskLines, sharesOf } from './task-lines.ts'

export interface DraftTask {
  readonly title: string
  readonly typed: string
  /** Null of an unknown name, and of one that several have. */
  readonly owner: Candidate | null
  readonly dueOn: LocalDate
  readonly share: number
}

/** Several people of one name. */
export interface Namesakes {
  readonly typed: string
  readonly people: readonly Candidate[]
}

export interface ListDraft {
  readonly tasks: readonly DraftTask[]
  readonly faults: readonly ListRefusal[]
  readonly namesakes: readonly Namesakes[]
}

/** A card holds so many choices; of further namesakes the number must be typed. */
const MOST_CHOICES = 60

export function draftList(
  text: string,
  { year, unit, people, usual }: Omit<ListContext, 'chosen'>,
): ListDraft {
  const { lines: read, faults } = readTaskLines(text, year)
  const lines = read.map((line) => ({ ...line, ...owned(line, people) }))
  const shares = sharesOf(lines, usual)
  const called = [...new Set(lines.map(({ owner }) => owner))].map((typed) => ({
    typed,
    people: candidatesFor(typed, people),
  }))
  const meant = new Map(called.map((one) => [one.typed, one.people]))
  const several = called.filter((one) => one.people.length > 1)
  const asked = several.filter((_, at) => choicesIn(several.slice(0, at + 1)) <= MOST_CHOICES)
  const empty = lines.length === 0 && faults.length === 0
  return {
    tasks: lines.map(({ title, owner: typed, dueOn }, position) => {
      const [owner, ...others] = meant.get(typed) ?? []
      const share = shares[position] ?? usual
      return { title, typed, owner: owner && others.length === 0 ? owner : null, dueOn, share }
    }),
    faults: [
      ...faults.map((fault) => ({ code: 'unread-task', ...fault }) as const),
      ...called
        .filter((one) => one.people.length === 0)
        .map(({ typed }) => ({ code: 'unknown-owner', owner: typed, unit }) as const),
      ...several
        .filter((one) => !asked.includes(one))
        .map((one) => ({ code: 'ambiguous-owner', owner: one.typed, people: one.people }) as const),
      ...(empty ? [{ code: 'empty-list' } as const] : []),
    ],
    namesakes: asked,
  }
}

const choicesIn = (several: readonly Namesakes[]): number =>
  several.reduce((sum, { people }) => sum + people.length, 0)

/** As if each open name were one of those who have it: whether the tasks themselves could be added. */
export const plansFor = ({ tasks }: ListDraft): TaskPlan[] =>
  tasks.map(({ title, owner, typed, dueOn, share }) => ({
    ...{ title, owner: owner?.id ?? typed, ownerName: owner?.name ?? typed, dueOn, share },
  }))
