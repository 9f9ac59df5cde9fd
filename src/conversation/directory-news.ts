/** News of the platform's directory come from nobody in the chat: the chapter of the organization notes them. */
import type { Inbound } from '../chat/port.ts'
import { run } from './run.ts'
import { metaOf, type Setting } from './setting.ts'

/** @throws when it could not be noted: the platform sends it again */
export async function directoryNews(
  setting: Setting,
  { causes, platform, what, openId, name }: Extract<Inbound, { kind: 'directory' }>,
): Promise<void> {
  const meta = metaOf(`platform:${platform}`, causes, setting.clock())
  const outcome = await run(setting, 'directory.note', { what, openId, name }, meta)
  if (!outcome.ok && outcome.refusal.code === 'busy')
    throw new Error('news of the directory could not be noted')
}
