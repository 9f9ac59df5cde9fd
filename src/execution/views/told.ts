import type { Card, Message } from '../../../cards/kit.ts'
import { line } from '../../../cards/kit.ts'
import { PHASE_NAMES } from '../../policy/phase-names.ts'
import type { Phase } from '../../store/schema/policy.ts'

export const asCard = (card: Card): Message => ({ kind: 'card', card })

/** A card of one sentence, where there is nothing else to show. */
export const told = (title: string, text: string): Message =>
  asCard({ title, summary: text, elements: [line(text)] })

export const NO_UNIT = '进展由各单位联络员或负责人报送。查看目标请发送「我的目标」。'
export const NO_GOALS = '本单位还没有生效的目标。目标经领导小组审定后，即可在这里报送进展。'
export const NOT_YOURS = '您不负责该单位的目标，无法查看其进展。如职责有变，请联系领导小组办公室。'

/** Why nothing can be reported in this phase; '' where it can. */
export const closedIn = (phase: Phase | undefined): string =>
  phase === undefined || phase === 'execution'
    ? ''
    : `现在是「${PHASE_NAMES[phase]}」阶段，进展在「实现目标」阶段报送。如需补报，请联系领导小组办公室。`
