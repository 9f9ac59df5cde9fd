/** What the viewer may do with an appeal now, as buttons and forms; and what comes next. */
import type { AppealForm } from '../../../../cards/appeal.ts'
import type { Action, Button } from '../../../../cards/kit.ts'
import { versionsOf } from '../../rules/answering.ts'
import { sayDay } from '../../views/feedback-answer.ts'
import type { Case } from '../case.ts'
import { putSpec } from '../forms/put.ts'
import { objectSpec, routeSpec, takeOverSpec } from '../forms/words.ts'
import { awaited, liveRound, unweighed } from '../rules/appeal.ts'
import { appealable } from '../rules/hearing.ts'
import { barToGroup } from '../rules/route.ts'
import { barToWeighing } from '../rules/weigh.ts'
import type { Foreseen } from '../scene.ts'

export interface Offered {
  readonly buttons: readonly Button[]
  readonly forms: readonly AppealForm[]
  readonly next: string
}

const place = ({ facts: { year, unit, number } }: Case) => ({ year, unit, number })

export function offered(known: Case, foreseen: Foreseen | undefined): Offered {
  const acts = [
    unitActs(known),
    routing(known),
    weighing(known),
    answering(known),
    deciding(known, foreseen),
    takingOver(known),
    correcting(known),
  ]
  return {
    buttons: acts.flatMap((one) => one.buttons ?? []),
    forms: acts.flatMap((one) => one.forms ?? []),
    next: nextOf(known),
  }
}

interface Acts {
  readonly buttons?: readonly Button[]
  readonly forms?: readonly AppealForm[]
}

function unitActs(known: Case): Acts {
  const { who, appeal, assessment, year, unit } = known.facts
  if (!who.inUnit) return {}
  const at = place(known)
  const back: Button = {
    text: appeal.status === 'draft' ? '放弃申诉' : '撤回申诉',
    style: 'danger',
    action: { do: 'appeal.withdraw', with: at },
    confirm: { title: '确定吗？', text: '撤回后这件申诉不再办理；期限内可以另行提出。' },
  }
  const isOpen = ['sent', 'with-group', 'agreed', 'with-leaders'].includes(appeal.status)
  if (appeal.status !== 'draft') return isOpen && who.inUnit === 'head' ? { buttons: [back] } : {}
  if ('refusal' in appealable(known.facts)) return { buttons: [back] }
  const version = assessment.status === 'decided' ? versionsOf(assessment).length : 1
  const add: Action = { show: 'appeal-pick', with: { year, unit, version, page: 0 } }
  const empty = appeal.items.length === 0
  const send: Button =
    who.inUnit === 'head'
      ? {
          text: '报送申诉',
          style: 'primary',
          action: { do: 'appeal.send', with: at },
          confirm: { title: '报送申诉？', text: '报送后由领导小组办公室分办，办结前可以撤回。' },
        }
      : { text: '请负责人报送', style: 'primary', action: { do: 'appeal.ask-head', with: at } }
  return { buttons: [...(empty ? [] : [send]), { text: '继续添加', action: add }, back] }
}

function routing(known: Case): Acts {
  const { who, appeal, panel } = known.facts
  if (!who.routes || appeal.status !== 'sent') return {}
  const group = barToGroup(known.facts) ? null : (panel?.name ?? null)
  const params = { ...place(known), group }
  return { forms: [{ name: 'appeal-route', params, spec: routeSpec(group), style: 'primary' }] }
}

function weighing(known: Case): Acts {
  const { appeal, who, panel } = known.facts
  if (barToWeighing(known.facts) || !('verdicts' in appeal)) return {}
  const missing = unweighed(appeal.items, appeal.verdicts).length
  const fill: Button = {
    text: missing === 0 ? '修改处理意见' : `填写处理意见（还有${missing}条）`,
    style: missing === 0 ? 'plain' : 'primary',
    action: { show: 'appeal-weigh', with: { ...place(known), page: 0 } },
  }
  if (appeal.status !== 'with-group' || missing > 0 || isAwaiting(known)) return { buttons: [fill] }
  const others = (panel?.assessors ?? []).filter((one) => one.id !== who.seat?.id)
  return {
    buttons: [fill],
    forms: [{ name: 'appeal-put', params: place(known), spec: putSpec(others), style: 'primary' }],
  }
}

/** A word on the group's outcome is waited for; where nobody is left to say it, the convenor puts it again. */
function isAwaiting({ facts: { appeal, panel } }: Case): boolean {
  const round = liveRound(appeal)
  return round !== undefined && awaited(round, panel?.assessors ?? []).length > 0
}

function answering(known: Case): Acts {
  const { appeal, who, panel } = known.facts
  const round = liveRound(appeal)
  if (!round || !('rounds' in appeal) || !who.seat) return {}
  const { id } = who.seat
  const params = { ...place(known), round: appeal.rounds?.length ?? 0 }
  if (!awaited(round, panel?.assessors ?? []).some((one) => one.id === id)) return {}
  return {
    buttons: [{ text: '同意', style: 'primary', action: { do: 'appeal.second', with: params } }],
    forms: [{ name: 'appeal-object', params, spec: objectSpec, style: 'plain' }],
  }
}

function deciding(known: Case, foreseen: Foreseen | undefined): Acts {
  const { appeal, who, ratified } = known.facts
  if (!who.decides || !foreseen) return {}
  const whole = appeal.status === 'with-leaders' && unweighed(appeal.items, appeal.verdicts).length === 0
  if (!whole && (appeal.status !== 'agreed' || ratified)) return {}
  return {
    buttons: [
      {
        text: appeal.status === 'agreed' ? '确认更改' : '确认决定',
        style: 'primary',
        action: { do: 'appeal.decide', with: { ...place(known), seen: foreseen.mark } },
        confirm: { title: '确认吗？', text: '确认后立即告知该单位；得分有更改的，形成新版本，原版本保留。' },
      },
    ],
  }
}

function takingOver(known: Case): Acts {
  const { appeal, who } = known.facts
  const takes = appeal.status === 'sent' || appeal.status === 'with-group' || appeal.status === 'agreed'
  if (!who.decides || !takes) return {}
  return {
    forms: [{ name: 'appeal-take-over', params: place(known), spec: takeOverSpec, style: 'plain' }],
  }
}

/** After the ratification the results follow by a decision of their own. */
function correcting({ facts: { year, appeal, who, ratified } }: Case): Acts {
  const changed = appeal.status === 'decided' && appeal.outcome === 'changed'
  if (!changed || !ratified || !(who.decides || who.office)) return {}
  return { buttons: [{ text: '更正结果', action: { send: 'excellence', with: { year } } }] }
}

function nextOf({ facts }: Case): string {
  const { appeal, who, lastDay } = facts
  switch (appeal.status) {
    case 'none':
      return ''
    case 'draft':
      return 'refusal' in appealable(facts)
        ? '申诉期限已过或得分已有变化，这份草稿不能报送。'
        : `请在${sayDay(lastDay)}前由负责人报送；没有报送的草稿不算申诉。`
    case 'sent':
      return barToGroup(facts) ? '办公室将交领导小组决定。' : '办公室将送工作组重新合议，或交领导小组决定。'
    case 'with-group':
      return who.barred ? '按规定您回避本单位的申诉。' : '由工作组重新合议。'
    case 'agreed':
      return who.inUnit ? '由工作组重新合议。' : '工作组同意更改，由领导小组确认后生效。'
    case 'with-leaders':
      return who.barred && who.leader ? '按规定您回避这件申诉。' : '由领导小组组长决定。'
    case 'decided':
      return appeal.by === 'group'
        ? '仍有异议的，可在期限内再次申诉，由领导小组决定。'
        : '领导小组的决定为最终结果。'
    case 'withdrawn':
      return '这件申诉已撤回。'
  }
}
