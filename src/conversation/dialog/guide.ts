/** Starts, resumes and ends guided forms. */
import type { FormSpec } from '../../../cards/kit.ts'
import { principalOf } from '../../kernel/acting.ts'
import type { Meta, View } from '../../kernel/command.ts'
import type { JsonObject } from '../../kernel/decision.ts'
import { sentenceOf } from '../../wording.ts'
import { whyNotInName } from '../in-name/standing.ts'
import { inName, type Reaction, reply, said } from '../reaction.ts'
import { type Setting, viewerOf } from '../setting.ts'
import {
  answered,
  type Dialog,
  type Draft,
  draftsOf,
  findDraft,
  openingOf,
  setAside,
  withoutDraft,
} from './state.ts'
import { proceed, viewOfDialog } from './steps.ts'

/** The form's fields for this person now, or the sentence why it cannot be filled in. */
export async function specOf(
  setting: Setting,
  meta: Meta,
  form: string,
  params: JsonObject,
): Promise<{ readonly spec: FormSpec } | { readonly sentence: string; readonly show?: View }> {
  const known = setting.registry.form(form)
  if (!known) return { sentence: sentenceOf(undefined, { code: 'unknown-command' }) }
  const spec = await known.thing.spec(setting.db, params, viewerOf(meta))
  if (!('refusal' in spec)) return { spec }
  return { sentence: sentenceOf(known.chapter, spec.refusal), ...(spec.show && { show: spec.show }) }
}

/** The fields of a draft for the one who fills it in, in the name in which it was begun; or the sentence why not. */
export async function specOfDraft(
  setting: Setting,
  meta: Meta,
  draft: Draft,
): Promise<{ readonly spec: FormSpec; readonly meta: Meta } | { readonly sentence: string }> {
  const named = { ...meta, inNameOf: draft.for ?? meta.by }
  const sentence = await whyNotInName(setting.db, named)
  if (sentence !== undefined) return { sentence }
  const found = await specOf(setting, named, draft.form, draft.params)
  return 'sentence' in found ? found : { spec: found.spec, meta: named }
}

/** Asks a form question by question, from where its draft stands; what else was being asked is set aside. */
export async function guide(
  setting: Setting,
  meta: Meta,
  dialog: Dialog,
  form: string,
  asked: JsonObject,
): Promise<Reaction> {
  const opened = await setting.registry.form(form)?.thing.once?.(setting.db, asked, viewerOf(meta))
  const params = opened === undefined ? asked : openingOf(dialog, form, asked, opened, principalOf(meta))
  const found = await specOf(setting, meta, form, params)
  if ('sentence' in found) return reply(said(found.sentence), dialog)
  if (setting.registry.form(form)?.thing.secret === true)
    return inName(meta, reply({ name: 'form', params: { form, params } }, setAside(dialog)))
  const { fields, title } = found.spec
  const whose = principalOf(meta)
  const answers = findDraft(dialog, form, params, whose)?.answers ?? {}
  const begun = { form, params, title, answers, way: 'guide' as const }
  const next = proceed(fields, dialog, whose === undefined ? begun : { ...begun, for: whose })
  return inName(meta, reply(viewOfDialog(next), next))
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
  const { form, params } = draft
  const named = { ...meta, inNameOf: draft.for ?? meta.by }
  const sentence = await whyNotInName(setting.db, named)
  if (sentence !== undefined) return reply(said(sentence), dialog)
  if (draft.way === 'guide') return guide(setting, named, dialog, form, params)
  return inName(named, reply({ name: 'form', params: { form, params } }, setAside(dialog)))
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
  return reply(
    said(`「${draft.title}」的草稿已删除。`),
    withoutDraft(dialog, draft.form, draft.params, draft.for),
  )
}
