import { PHASE_NAMES } from '../../../cards/phase-names.ts'
import { sayDate, sayInstant } from '../../kernel/time.ts'
import type { Wording } from '../../kernel/view.ts'
import type { ReopeningRefusal } from '../rules/reopening.ts'
import type { ReopeningDone } from './done.ts'

export const reopeningWording = {
  'office-only': () => '阶段由领导小组办公室开启和关闭，如需补办请联系办公室。',
  'unopened-year': () => '年度还没有开启，请先由办公室发送「阶段」开启。',
  'frozen-year': () => '考核结果已经审定，不能再为单位重新开放；如需更正，须由领导小组对申诉作出决定。',
  'unknown-unit': () => '没有找到这个单位，它可能已合并或停用。请从名单中另选。',
  'reopened-unit': ({ unit, phase, signed }) =>
    `已由${signed.name}于${sayInstant(signed.at)}为${unit}重新开放「${PHASE_NAMES[phase]}」。要换阶段，请先关闭。`,
  'reclosed-unit': ({ unit }) => `为${unit}重新开放的阶段已经关闭，不必再操作。`,
  'unpassed-phase': ({ phase, now }) =>
    `现在是「${PHASE_NAMES[now]}」阶段，「${PHASE_NAMES[phase]}」还没有过去，不必重新开放。`,
  'settled-plan': ({ unit }) =>
    `${unit}的目标计划已经生效，不能重新订立。如需增改，请按目标调整办理（发送「调整」）。`,
  'begun-assessment': ({ unit, phase }) =>
    `${unit}的考核已经开始，不能再重新开放「${PHASE_NAMES[phase]}」，以免影响已打的分。`,
  'decided-assessment': ({ unit }) => `${unit}的考核得分已经形成，不能再重新开放；如有异议，请按申诉办理。`,
  'wrong-until': ({ last }) => `办结日期应在今天和${sayDate(last)}之间，请重新填写。`,
  'phase-reopened': ({ unit, phase, told }) =>
    `已为${unit}重新开放「${PHASE_NAMES[phase]}」，通知了${told}人。办完后请关闭。`,
  'phase-reclosed': ({ unit, phase }) =>
    `已关闭为${unit}重新开放的「${PHASE_NAMES[phase]}」，已办的内容都保留。`,
} satisfies Wording<ReopeningRefusal | ReopeningDone>
