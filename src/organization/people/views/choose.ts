import type { ChoosePersonFacts } from '../../../../cards/choose-person.ts'
import type { Action } from '../../../../cards/kit.ts'
import type { KnownPerson } from '../queries/known.ts'

const MOST = 15

/** People as choices: with unit, title and number, so that namesakes are told apart. */
export function choicesOf(
  people: readonly KnownPerson[],
  choose: (id: string) => Action,
): Pick<ChoosePersonFacts, 'people' | 'more'> {
  return {
    people: people.slice(0, MOST).map(({ id, name, unitName, title, ended_on }) => ({
      name,
      about: [unitName, title, `工号 ${id}`, ended_on === null ? '' : '已离任'].filter(Boolean).join('，'),
      choose: choose(id),
    })),
    more: people.length > MOST,
  }
}
