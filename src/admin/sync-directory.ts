/** `sync`: the platform's directory read there and then, the same preview and confirmation as in the chat. */
import { DIRECTORY_PARTS, type DirectoryPart } from '../../cards/directory.ts'
import { type Directory, PlatformError } from '../chat/port.ts'
import { execute } from '../kernel/execute.ts'
import { foldSubject } from '../kernel/subject.ts'
import { applyDirectoryCommand } from '../organization/directory/commands/apply.ts'
import { readDirectoryCommand, takeDirectoryCommand } from '../organization/directory/commands/read.ts'
import { countsOf, type ExaminedDirectory, examineDirectory } from '../organization/directory/examine.ts'
import { partsOf } from '../organization/directory/parts.ts'
import { missingScopes } from '../organization/directory/rules/missing.ts'
import { DIRECTORY, directorySubject } from '../organization/directory/subjects.ts'
import { directoryWording } from '../organization/directory/wording.ts'
import type { ExitCode, Machine } from './machine.ts'

export async function syncDirectory(machine: Machine, yes: boolean): Promise<ExitCode> {
  const { db, deps, print, act } = machine
  const directory = await read(machine)
  if (directory === undefined) return 1
  const asked = await execute(db, readDirectoryCommand('operator'), {}, act())
  if (!asked.ok) {
    print(directoryWording['reading-directory']())
    return 1
  }
  const bytes = new TextEncoder().encode(JSON.stringify(directory))
  const rows = await deps.blobs.put(bytes)
  const { number } = (await foldSubject(db, directorySubject, DIRECTORY)).state
  const meta = act()
  await execute(db, takeDirectoryCommand('operator'), { number, sha256: rows, size: bytes.length }, meta)
  const examined = await examineDirectory(db, deps.blobs, rows, meta.today)
  printDirectory(print, examined)
  const counts = countsOf(examined, false)
  if (Object.values(counts).every((count) => count === 0)) return 0
  return confirm(machine, { number, seen: examined.present.school.version, join: false }, yes)
}

async function read({ readDirectory, print }: Machine): Promise<Directory | undefined> {
  if (!readDirectory) {
    print('没有配置飞书应用（FEISHU_APP_ID），无法读取通讯录。')
    return undefined
  }
  try {
    return await readDirectory()
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    const scopes = error.fault.kind === 'credentials' ? (error.fault.scopes ?? []) : []
    const hint = scopes.length > 0 ? `请为应用开通权限 ${scopes.join(' 或 ')}。` : error.message
    print(`没有读到通讯录，没有任何改动。${hint}`)
    return undefined
  }
}

const MOST_NAMES = 20

function printDirectory(print: (text: string) => void, examined: ExaminedDirectory): void {
  const { directory, comparison } = examined
  print(`读到 ${directory.people.length} 人、${directory.departments.length} 个部门。`)
  const parts = partsOf(examined)
  // Object.keys answers string[], though the type of the parts lists them.
  for (const part of Object.keys(DIRECTORY_PARTS) as DirectoryPart[]) {
    const { total, items } = parts[part]
    if (total === 0 || part === 'departments') continue
    print(`${DIRECTORY_PARTS[part]}：${total}`)
    for (const { name, says } of items(0, MOST_NAMES)) print(`  ${name}：${says}`)
    if (total > MOST_NAMES) print(`  其余 ${total - MOST_NAMES} 项可在飞书中发送「通讯录」查看。`)
  }
  if (comparison.tooMany) print('一次离开的人过多，更可能是权限范围变小，没有按离职处理。')
  for (const { what, scope } of missingScopes(directory)) print(`提醒：没有读到${what}，需开通 ${scope}。`)
}

async function confirm(
  { db, deps, print, ask, act }: Machine,
  payload: { readonly number: number; readonly seen: number; readonly join: boolean },
  yes: boolean,
): Promise<ExitCode> {
  if (!yes && !/^(y|yes|是|确认)$/i.test((await ask('确认同步？输入 y 确认，其他放弃：')).trim())) {
    print('没有同步，现有名册没有任何改动。')
    return 1
  }
  const outcome = await execute(db, applyDirectoryCommand(deps, 'operator'), payload, act())
  print(outcome.ok ? '已同步，立即生效。' : '名册在此期间有变动，没有同步。请重新运行一次。')
  return outcome.ok ? 0 : 1
}
