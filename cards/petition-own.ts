/** What became of a petition, for its writer. */
import { type Button, buttons, type Card, divider, line, note } from './kit.ts'
import {
  PETITION_STATUS,
  type PetitionStatus,
  sayNumber,
  type ThreadStep,
  threadElements,
  turnElements,
} from './petition-words.ts'

export interface OwnPetitionFacts {
  readonly number: string
  readonly status: PetitionStatus
  readonly hidden: boolean
  readonly concerned: string
  readonly unit: string
  readonly text: string
  /** A page of what came after it. */
  readonly steps: readonly ThreadStep[]
  readonly turns: readonly Button[]
  readonly actions: readonly Button[]
}

const NEXT: { readonly [status in PetitionStatus]: string } = {
  waiting: '已直接送达领导小组，有进展会在这里告诉您。',
  consent: '领导小组正在办理，有进展会在这里告诉您。',
  asked: '领导小组请您补充，请点「补充」，写在打开的卡片里。',
  answered: '领导小组已经答复。如还有情况，可以继续补充。',
  closed: '已经办结。如有新的问题，可以另写一件。',
}

export function ownPetitionCard(facts: OwnPetitionFacts): Card {
  const { number, status, hidden, steps, actions } = facts
  return {
    title: `我反映的问题 ${sayNumber(number)}`,
    status: PETITION_STATUS[status],
    summary: `${sayNumber(number)}：${NEXT[status]}`,
    elements: [
      line(NEXT[status]),
      divider,
      line(facts.text),
      ...(facts.concerned === '' ? [] : [note(`涉及人员：${facts.concerned}`)]),
      ...(facts.unit === '' ? [] : [note(`涉及单位：${facts.unit}`)]),
      note(hidden ? '姓名：不公开，只在办公室登记簿上' : '姓名：公开给领导小组'),
      ...(steps.length === 0 ? [] : [divider, ...threadElements(steps)]),
      ...turnElements(facts.turns),
      ...(actions.length === 0 ? [] : [buttons(...actions)]),
      note('为保密，请不要在聊天里直接写内容或发材料。'),
    ],
  }
}
