import { sayDate, sayInstant } from '../../kernel/time.ts'
import type { Wording } from '../../kernel/view.ts'
import { PHASE_NAMES } from '../../policy/phase-names.ts'
import type { EvidenceRefusal } from '../rules/evidence.ts'
import type { InspectionDone } from './done.ts'
import type { MissingInNote, NoteRefusal } from './rules/note.ts'
import { MOST_PLACES, type PlanRefusal } from './rules/plan.ts'
import type { RectifyRefusal } from './rules/rectify.ts'
import type { EndRefusal, WitnessRefusal } from './rules/witness.ts'

export const MISSING: { readonly [what in MissingInNote]: string } = {
  fact: '事实',
  severity: '程度',
  demand: '整改要求',
  dueOn: '整改期限',
}

const sayMissing = (missing: readonly MissingInNote[]): string =>
  missing.map((one) => MISSING[one]).join('、')

const doneWording = {
  'visit-planned': ({ unit }) => `已安排到${unit}调研，已通知单位和督查人员。`,
  'check-stated': ({ population }) => `抽查已公布，名单共 ${population} 个，请办公室或领导小组成员见证抽取。`,
  'check-drawn': ({ picked }) => `已抽中 ${picked} 个，已通知督查人员和被抽中的单位。`,
  'inspection-ended': ({ how }) => (how === 'done' ? '已办结，已通知单位。' : '已取消，已通知有关单位。'),
  'note-kept': () => '记录已保存，只有您能看到。核对后点「发布给单位」。',
  'note-dropped': () => '记录已删除。',
  'finding-published': ({ unit }) => `已发布给${unit}。`,
  'finding-withdrawn': () => '已撤回，已通知单位；记录仍保留，不再作为考核依据。',
  'rectification-answered': () => '整改情况已报送，等待验收。',
  'rectification-accepted': () => '已验收，已通知单位。',
  'rectification-returned': () => '已退回，已通知单位继续整改。',
} satisfies Wording<InspectionDone>

const planWording = {
  'unknown-body': () => '没有找到这个工作组或督查组，请发送「督查」重新选择。',
  'foreign-body': ({ body }) => `您不是${body}的成员，不能以它的名义安排检查。`,
  'unconvened-check': ({ body }) => `抽查由${body}的组长公布，您可以安排调研。`,
  'closed-inspection': ({ phase }) => `现在是「${PHASE_NAMES[phase]}」阶段，督导检查在「实现目标」阶段进行。`,
  'unfit-unit': ({ body }) =>
    `这个单位不由${body}检查：教学单位、直属附属医院由工作组检查，其他单位由督查组检查。`,
  'own-unit': ({ unit, names }) => `${unit}是${names.join('、')}所在的单位，应当回避，请换人办理。`,
  'absent-inspectors': () => '请至少选一位督查人员。',
  'unknown-inspector': ({ body }) => `所选人员中有人已不在${body}，请重新选择督查人员。`,
  'past-visit': () => '调研日期已经过去，请选择今天或以后的日期。',
  'empty-purpose': () => '请写明检查什么、为什么，例如：核实教材建设进度。',
  'repeated-visit': ({ unit, on }) => `${sayDate(on)}到${unit}的调研已经安排，没有重复安排。`,
  'small-population': ({ population, places, excluded }) =>
    `符合范围的只有 ${population} 个${excluded > 0 ? `（已回避 ${excluded} 个单位）` : ''}，抽不出 ${places} 个。请扩大范围或减少数量（最多 ${MOST_PLACES}）。`,
} satisfies Wording<PlanRefusal>

const courseWording = {
  'unknown-inspection': () => '没有找到这次检查，请发送「督查」查看。',
  'unfit-witness': () => '抽取由领导小组办公室或领导小组成员见证，您可以在抽取后查看结果。',
  'own-witness': ({ body }) => `您或委托人在${body}参加检查，不能见证抽取，请由其他人员报号。`,
  'empty-number': () => '请报一个号，任意数字或词语都可以。',
  'undrawn-kind': () => '调研不需要抽取。',
  'drawn-check': ({ by, at }) => `${by} 已于 ${sayInstant(at)} 见证抽取，结果不能重抽或取消。`,
  'ended-inspection': ({ how, by, at }) =>
    `${by} 已于 ${sayInstant(at)} ${how === 'done' ? '办结' : '取消'}这次检查。`,
  'foreign-inspection': ({ body }) => `这次检查由${body}的督查人员办理，您没有参加。`,
  'undrawn-check': () => '抽查还没有抽取，抽取后再记录和办结。',
  'own-inspection': () => '这次检查涉及您或委托人所在的单位，请由其他督查人员办理。',
  'frozen-inspection': () => '本年度已经结束，检查和检查发现不再更改。',
  'found-inspection': ({ findings }) => `这次检查已发布 ${findings} 条发现，不能取消，请办结。`,
  'empty-words': () => '请填写说明后再提交。',
} satisfies Wording<Exclude<WitnessRefusal | EndRefusal, PlanRefusal>>

const findingWording = {
  'closed-finding': ({ phase }) =>
    `现在是「${PHASE_NAMES[phase]}」阶段，检查发现在「实现目标」和「考核」阶段记录和发布。`,
  'inspected-own-unit': ({ unit }) => `${unit}是您或委托人所在的单位，应当回避，请由其他督查人员办理。`,
  'unfit-target': () => '这个单位或目标不在这次检查的范围内，请在检查卡片上重新选择。',
  'unknown-finding': () => '没有找到这条记录，请发送「督查发现」查看。',
  'foreign-note': () => '没有找到这条记录，请发送「督查发现」查看。',
  'changed-note': () => '这条记录刚刚改过，没有发布。请核对现在的内容后再发布。',
  'repeated-note': () => '同样的记录已经保存，没有重复保存。',
  'incomplete-note': ({ missing }) => `请先补充：${sayMissing(missing)}。`,
  'past-due': () => '整改期限已经过去，请填写今天或以后的日期。',
  'published-finding': ({ by, at }) => `${by} 已于 ${sayInstant(at)} 发布，不能再改，可说明理由撤回。`,
  'dropped-note': () => '这条记录已经删除。',
  'withdrawn-finding': ({ by, at }) => `${by} 已于 ${sayInstant(at)} 撤回这条发现。`,
  'foreign-finding': ({ body }) =>
    `这条发现由${body}办理：撤回由发布人或组长办理，验收由督查人员办理；本人所在单位须回避。`,
  'undemanded-finding': () => '这条发现不要求整改，不需要答复。',
  'closed-rectification': () => '本年度已经结束，整改不再办理。',
  'foreign-rectification': ({ unit }) => `整改由${unit}的联络员或负责人报送。`,
  'answered-rectification': ({ by, at }) => `${by} 已于 ${sayInstant(at)} 报送整改情况，正在等待验收。`,
  'unanswered-rectification': ({ by, at }) =>
    `单位还没有新的整改情况（${by} ${sayInstant(at)}），请等单位报送后再验收。`,
  'newer-answer': ({ by, at }) => `${by} 已于 ${sayInstant(at)} 报送新的整改情况，请看过再验收。`,
  'accepted-rectification': ({ by, at }) => `${by} 已于 ${sayInstant(at)} 验收，不需要再办理。`,
} satisfies Wording<Exclude<NoteRefusal | RectifyRefusal, WitnessRefusal | EndRefusal>>

const fileWording = {
  'foreign-evidence': () => '所选材料不是您发送的，请重新发送图片或文件后再提交。',
  'used-evidence': ({ name }) => `材料「${name}」已用于别处。如这里也要用，请重新发送一次。`,
  'refused-evidence': ({ name }) => `材料「${name}」没有保存成功，请压缩后重新发送，再提交。`,
  'unneeded-file': ({ name }) => `现在不需要文件「${name}」，没有保存。`,
  'unwelcome-file': ({ name }) => `文件「${name}」的类型不能作为佐证，没有保存。`,
  'unknown-evidence': () => '没有找到这份材料，请重新发送。',
} satisfies Wording<EvidenceRefusal>

/** A Chinese sentence for every code of inspection. */
export const inspectionWording = {
  ...doneWording,
  ...planWording,
  ...courseWording,
  ...findingWording,
  ...fileWording,
}
