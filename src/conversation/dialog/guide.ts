/** Starts, resumes and ends guided forms. */
import type { FormSpec } from '../../../cards/kit.ts'
import type { Meta } from '../../kernel/command.ts'
import type { JsonObject } from '../../kernel/decision.ts'
import { sentenceOf } from '../../wording.ts'
import { type Reaction, reply, said } from '../reaction.ts'
import { type Setting, viewerOf } from '../setting.ts'
import { answered, type Dialog, type Draft, draftsOf, findDraft, setAside, withoutDraft } from './state.ts'
import { proceed, viewOfDialog } from './steps.ts'

/** The form's fields for this person now, or the sentence why it cannot be filled in. */
export async function specOf(
  setting: Setting,
  meta: Meta,
  form: string,
  params: JsonObject,
): Promise<{ readonly spec: FormSpec } | { readonly sentence: string }> {
  const known = setting.registry.form(form)
  if (!known) return { sentence: sentenceOf(undefined, { code: 'unknown-command' }) }
  const spec = await known.thing.spec(setting.db, params, viewerOf(meta))
  return 'refusal' in spec ? { sentence: sentenceOf(known.chapter, spec.refusal) } : { spec }
}

/** Asks a form question by question, from where its draft stands; what else was being asked is set aside. */
export async function guide(
  setting: Setting,
  meta: Meta,
  dialog: Dialog,
  form: string,
  params: JsonObject,
): Promise<Reaction> {
  const found = await specOf(setting, meta, form, params)
  if ('sentence' in found) return reply(said(found.sentence), dialog)
  const { fields, title } = found.spec
  const kept = findDraft(dialog, form, params)
  const draft: Draft = { form, params, title, answers: kept?.answers ?? {}, way: 'guide' }
  const next = proceed(fields, dialog, draft)
  return reply(viewOfDialog(next), next)
}

/** 继续填写: the draft itself where there is one, the list where there are several. */
export async function resume(setting: Setting, meta: Meta, dialog: Dialog): Promise<Reaction> {
  const [first, ...others] = draftsOf(dialog)
  if (!first) return reply(said('现在没有草稿。发送「帮助」可查看能办的事。'), dialog)
  if (dialog.status === 'idle' && others.length > 0) return reply({ name: 'drafts', params: {} }, dialog)
  return resumeDraft(setting, meta, dialog, first)
}

/** A draft from a card opens as a card again, one that was asked goes on with its next question. */
export async function resumeDraft(
  setting: Setting,
  meta: Meta,
  dialog: Dialog,
  draft: Draft,
): Promise<Reaction> {
  if (draft.way === 'guide') return guide(setting, meta, dialog, draft.form, draft.params)
  return reply({ name: 'form', params: { form: draft.form, params: draft.params } }, setAside(dialog))
}

/** 取消: the questions end; what was answered stays, and the person is told so. */
export function cancel(dialog: Dialog): Reaction {
  if (dialog.status === 'idle')
    return reply(said('现在没有正在填写的内容。发送「帮助」可查看能办的事。'), dialog)
  const { title } = dialog.draft
  const count = answered(dialog.draft)
  const kept =
    count > 0
      ? `已填的 ${count} 项保留为草稿，发送「继续填写」可接着填，发送「放弃草稿」可删除。`
      : '还没有填写内容，没有保留草稿。'
  return reply(said(`已停止填写「${title}」，没有提交。${kept}`), setAside(dialog))
}

/** 放弃草稿: the one being filled in, or the latest. */
export function drop(dialog: Dialog): Reaction {
  const [draft] = draftsOf(dialog)
  if (!draft) return reply(said('现在没有草稿。'), dialog)
  return reply(said(`「${draft.title}」的草稿已删除。`), withoutDraft(dialog, draft.form, draft.params))
}
