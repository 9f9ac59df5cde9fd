/** 阶段 in a group chat: the year's phases as they stand; nobody moves them there. */
import * as z from 'zod'
import { phaseCard } from '../../cards/phase.ts'
import { viewOf } from '../kernel/view.ts'
import { findCurrentYear } from './queries.ts'
import { PHASES } from './rules/year.ts'

export const phaseInGroupView = viewOf({
  name: 'phase-in-group',
  params: z.object({}),
  async render(db, _params, { today }) {
    const open = await findCurrentYear(db)
    const card = phaseCard({
      year: open?.year ?? Number(today.slice(0, 4)),
      phase: open?.phase ?? null,
      phases: PHASES,
      office: false,
      unfinished: 0,
      announced: false,
    })
    // What a tap shows in a group is shown to everyone there.
    return { kind: 'card', card: { ...card, elements: card.elements.filter(({ tag }) => tag !== 'buttons') } }
  },
})
