/** Forms filled in on a card and sent. */
import type { FormSpec, Message } from '../../cards/kit.ts'
import type { TapReply } from '../chat/port.ts'
import { principalOf } from '../kernel/acting.ts'
import type { Meta, Outcome, View } from '../kernel/command.ts'
import type { JsonObject } from '../kernel/decision.ts'
import type { Statement } from '../store/database.ts'
import { findOutcome } from '../store/receipts.ts'
import { specOf } from './dialog/guide.ts'
import { loadDialog, saving } from './dialog/load.ts'
import { withoutDraft } from './dialog/state.ts'
import { type Filled, fillForm } from './fill-form.ts'
import { type FieldFault, onlyFields, readForm, type TypedForm } from './reading/form.ts'
import { run, sentenceFor } from './run.ts'
import type { Setting } from './setting.ts'
import { inPlace, presentCard, turning } from './show.ts'
import { expired, toast, toastFor } from './toast.ts'

/** The tapped message with what was typed into its form. */
export interface Filing {
  readonly messageId: string
  readonly form: TypedForm
}

/** Reads the form; good values become its command, a fault comes back beside its field with everything that was typed. */
export async function submit(
  setting: Setting,
  meta: Meta,
  tapped: Filing,
  form: string,
  params: JsonObject,
): Promise<TapReply> {
  const known = setting.registry.form(form)
  if (!known) return expired()
  const { command } = known.thing
  const earlier = await findOutcome(setting.db, meta.causes)
  if (earlier) return answerSubmit(setting, meta, tapped, { form, command }, earlier)
  const found = await specOf(setting, meta, form, params)
  if ('sentence' in found) return barred(setting, meta, tapped.messageId, found)
  const read = readForm(found.spec.fields, tapped.form, meta.today, (values) =>
    known.thing.check(values, params),
  )
  if ('faults' in read) return answerFaults(setting, meta, tapped, form, found.spec, read.faults)
  const loaded = await loadDialog(setting.db, meta.by)
  const outcome = await run(setting, command, known.thing.payload(read.values, params), meta, {
    tapped: tapped.messageId,
    attach: (result) => [
      ...(result.ok
        ? saving(loaded, withoutDraft(loaded.dialog, form, params, principalOf(meta)), meta)
        : []),
      ...turned(setting, meta, tapped.messageId, command, result),
    ],
  })
  return answerSubmit(setting, meta, tapped, { form, command }, outcome)
}

/** It cannot be filled in any more: the present state takes its place, where there is one. */
async function barred(
  setting: Setting,
  meta: Meta,
  messageId: string,
  { sentence, show }: { readonly sentence: string; readonly show?: View },
): Promise<TapReply> {
  if (!show) return toast('warning', sentence)
  await setting.db.commit([turning(setting, meta, messageId, show)])
  return toast('warning', sentence, await inPlace(setting, meta, show))
}

function turned(
  setting: Setting,
  meta: Meta,
  messageId: string,
  command: string,
  outcome: Outcome,
): readonly Statement[] {
  const view = viewAfter(setting, command, outcome)
  return view ? [turning(setting, meta, messageId, view)] : []
}

/** What takes the form's place: what the command shows, or a small card that says it is done. A refused form stays. */
export function viewAfter(setting: Setting, command: string, outcome: Outcome): View | undefined {
  if (outcome.show) return outcome.show
  return outcome.ok ? { name: 'done', params: { text: sentenceFor(setting, command, outcome) } } : undefined
}

async function answerSubmit(
  setting: Setting,
  meta: Meta,
  tapped: Filing,
  { form, command }: { readonly form: string; readonly command: string },
  outcome: Outcome,
): Promise<TapReply> {
  const view = viewAfter(setting, command, outcome)
  const message = view
    ? await inPlace(setting, meta, view)
    : await refilled(setting, meta, tapped, form, asTyped(tapped.form))
  return toastFor(setting, command, outcome, message)
}

async function answerFaults(
  setting: Setting,
  meta: Meta,
  tapped: Filing,
  form: string,
  spec: FormSpec,
  faults: readonly [FieldFault, ...FieldFault[]],
): Promise<TapReply> {
  const filled: { [field: string]: Filled } = asTyped(onlyFields(spec.fields, tapped.form))
  for (const { name, text } of faults) filled[name] = { ...filled[name], fault: text }
  const [{ label, text }] = faults
  const more = faults.length > 1 ? `（共 ${faults.length} 处需要修改，已在卡片上标出）` : ''
  const message = await refilled(setting, meta, tapped, form, filled)
  return toast('error', `「${label}」：${text}${more}`, message)
}

/** The tapped card as it is now, with the form's fields as they were typed. */
export async function refilled(
  setting: Setting,
  meta: Meta,
  { messageId }: Filing,
  form: string,
  filled: { readonly [field: string]: Filled },
): Promise<Message | undefined> {
  const present = await presentCard(setting, meta, messageId)
  return present?.kind === 'card' ? { kind: 'card', card: fillForm(present.card, form, filled) } : undefined
}

/** What was typed, for putting back into the fields. */
export function asTyped(typed: TypedForm): { [field: string]: Filled } {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, own]) => (own === undefined ? [] : [[name, { typed: own }]])),
  )
}
