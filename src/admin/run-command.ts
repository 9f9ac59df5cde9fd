/** Which command the words of the command line mean. */
import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { execute } from '../kernel/execute.ts'
import { appointOfficeCommand } from '../organization/commands/appoint-office.ts'
import { blankRoster, TEMPLATE_NAME } from '../organization/roster/template.ts'
import { importFile } from './import-file.ts'
import type { ExitCode, Machine } from './machine.ts'
import { repeatDraw } from './repeat-draw.ts'
import { syncDirectory } from './sync-directory.ts'
import { verifyAndPrint } from './verify-journal.ts'
import { checkExport, exportYear } from './year-export.ts'

const USAGE = `用法：npm run admin -- <命令>
  import <名册.xlsx> [--yes]   核对并导入名册；--yes 不再询问
  sync [--yes]                 读取飞书通讯录，核对后同步；--yes 不再询问
  template [文件名]            写出空白名册（默认 ${TEMPLATE_NAME}）
  verify-journal               核对全部日志的校验链
  backup [目录]                备份数据库和佐证文件，服务运行时也可以（默认 BACKUP_DIR）
  restore <备份文件>           停止服务后，用备份替换数据库；原数据库另存
  export-year <年> <目录>      导出一个年度的数据表和日志
  check-export <目录或文件>    核对导出的文件是否被改动
  draw <年-号>                 重算一次抽查的抽取，例如 draw 2026-7
  office <open_id>             把一个飞书账号登记为办公室成员`

/** Runs one command; faults of the input are sentences, faults of the program are thrown. */
export async function runCommand(machine: Machine, words: readonly string[]): Promise<ExitCode> {
  const [command, subject, target] = words.filter((word) => !word.startsWith('--'))
  const flags = words.filter((word) => word.startsWith('--'))
  if (flags.some((flag) => !(flag === '--yes' && (command === 'import' || command === 'sync'))))
    return misunderstood(machine)
  switch (command) {
    case 'import':
      return subject === undefined
        ? misunderstood(machine)
        : readAndImport(machine, subject, flags.includes('--yes'))
    case 'sync':
      return syncDirectory(machine, flags.includes('--yes'))
    case 'template':
      return writeTemplate(machine, subject ?? TEMPLATE_NAME)
    case 'verify-journal':
      return verifyAndPrint(machine)
    case 'export-year':
      return subject === undefined || target === undefined
        ? misunderstood(machine)
        : exportYear(machine, subject, target)
    case 'check-export':
      return subject === undefined ? misunderstood(machine) : checkExport(machine, subject)
    case 'draw':
      return subject === undefined ? misunderstood(machine) : repeatDraw(machine, subject)
    case 'office':
      return subject === undefined ? misunderstood(machine) : appoint(machine, subject)
    default:
      return misunderstood(machine)
  }
}

function misunderstood({ print }: Machine): ExitCode {
  print(USAGE)
  return 2
}

async function readAndImport(machine: Machine, path: string, yes: boolean): Promise<ExitCode> {
  const bytes = await readFile(path).catch(() => undefined)
  if (!bytes) {
    machine.print(`读不到文件「${path}」，请检查路径和权限。`)
    return 1
  }
  return importFile(machine, { name: basename(path), bytes: new Uint8Array(bytes), yes })
}

async function writeTemplate({ print }: Machine, path: string): Promise<ExitCode> {
  try {
    await writeFile(path, await blankRoster(), { flag: 'wx' })
    print(`已写出空白名册「${path}」，填写后用 import 命令导入。`)
    return 0
  } catch {
    print(`没有写出「${path}」：文件已存在或无法写入，请换一个文件名。`)
    return 1
  }
}

async function appoint({ db, print, act }: Machine, openId: string): Promise<ExitCode> {
  if (!appointOfficeCommand.payload.safeParse({ openId, first: false }).success) {
    print(`「${openId}」不是飞书的 open_id，应以 ou_ 开头。`)
    return 1
  }
  const outcome = await execute(db, appointOfficeCommand, { openId, first: false }, act())
  if (outcome.ok) print('已登记为办公室成员，可以在飞书中给机器人发送「导入名册」。')
  else
    print(outcome.refusal.code === 'busy' ? '系统正忙，请再试一次。' : '此账号已是办公室成员，无需再次登记。')
  return outcome.ok || outcome.refusal.code === 'appointed-office' ? 0 : 1
}
