import type { Field } from '../../cards/kit.ts'
import type { TapReply } from '../chat/port.ts'
import { principalOf } from '../kernel/acting.ts'
import type { Meta } from '../kernel/command.ts'
import type { JsonObject } from '../kernel/decision.ts'
import { changeDialog } from './dialog/change.ts'
import { specOf } from './dialog/guide.ts'
import { type Dialog, type Draft, findDraft, withDraft } from './dialog/state.ts'
import { onlyFields } from './reading/form.ts'
import type { Setting } from './setting.ts'
import { asTyped, type Filing, refilled } from './submit.ts'
import { toast } from './toast.ts'

const KEPT_NOWHERE = '为保密，这份内容不留草稿，请填好后直接提交。'

/** Keeps what was typed as a draft, faults and all; it is read only when it is sent. */
export async function keep(
  setting: Setting,
  meta: Meta,
  tapped: Filing,
  form: string,
  params: JsonObject,
): Promise<TapReply> {
  const found = await specOf(setting, meta, form, params)
  if ('sentence' in found) return toast('warning', found.sentence)
  if (setting.registry.form(form)?.thing.secret === true) return toast('warning', KEPT_NOWHERE)
  const { fields, title } = found.spec
  const answers = onlyFields(fields, tapped.form)
  const whose = principalOf(meta)
  const own: Draft = { form, params, title, answers, way: 'card' }
  const draft = whose === undefined ? own : { ...own, for: whose }
  await changeDialog(setting, meta, (dialog) => withDraft(dialog, withGone(draft, fields, dialog)))
  const message = await refilled(setting, meta, tapped, form, asTyped(answers))
  return toast('success', '草稿已保存，发送「继续填写」接着填。', message)
}

/** With what was answered before to questions that the form does not ask now: they may be asked again. */
function withGone(draft: Draft, fields: readonly Field[], dialog: Dialog): Draft {
  const before = findDraft(dialog, draft.form, draft.params, draft.for)?.answers ?? {}
  const gone = Object.entries(before).filter(([name]) => !fields.some((field) => field.name === name))
  return { ...draft, answers: { ...Object.fromEntries(gone), ...draft.answers } }
}
