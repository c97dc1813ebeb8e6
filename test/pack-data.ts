import { execFileSync } from 'node:child_process'

/** Tests read the data as it stands now. */
export default function setup(): void {
  execFileSync('npm', ['run', '--silent', 'pack-data'], { stdio: 'inherit' })
}
