import type { TapReply } from '../chat/port.ts'
import type { Meta } from '../kernel/command.ts'
import type { JsonObject } from '../kernel/decision.ts'
import { changeDialog } from './dialog/change.ts'
import { specOf } from './dialog/guide.ts'
import { type Draft, withDraft } from './dialog/state.ts'
import { onlyFields } from './reading/form.ts'
import type { Setting } from './setting.ts'
import { asTyped, type Filing, refilled } from './submit.ts'
import { toast } from './toast.ts'

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
  const { fields, title } = found.spec
  const answers = onlyFields(fields, tapped.form)
  const draft: Draft = { form, params, title, answers, way: 'card' }
  await changeDialog(setting, meta, (dialog) => withDraft(dialog, draft))
  const message = await refilled(setting, meta, tapped, form, asTyped(answers))
  return toast('success', '草稿已保存，发送「继续填写」接着填。', message)
}
