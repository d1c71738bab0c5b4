/**
 * Opens a file at a line in `$VISUAL`, else `$EDITOR`. What they hold is a command with its own words, as `code --wait`
 * is. `+line file` is what vi, emacs, nano and most others understand; VS Code's kin want `--goto file:line`.
 */
export async function runEditor(file: string, line: number): Promise<void> {
  const command = process.env['VISUAL'] ?? process.env['EDITOR'] ?? '';
  const [program, ...words] = command.trim().split(/\s+/);
  if (program === undefined || program === '') {
    throw new Error('neither $VISUAL nor $EDITOR names an editor; set one, such as `export EDITOR=vi`');
  }
  // Loaded when it is needed: it is much, and few sessions open an editor.
  const { spawnSync } = await import('node:child_process');
  const { error, status, signal } = spawnSync(program, [...words, ...placeFor(program, file, line)], {
    stdio: 'inherit',
  });
  if (error !== undefined) throw new Error(`\`${program}\` could not be started: ${error.message}`);
  if (status !== 0) throw new Error(`\`${program}\` ended with ${signal ?? `code ${String(status)}`}`);
}

export function placeFor(program: string, file: string, line: number): readonly string[] {
  const name = program.split(/[\\/]/).at(-1) ?? program;
  return /^(?:code|codium|vscodium|cursor|subl|zed)\b/.test(name)
    ? [...(/^(?:subl|zed)/.test(name) ? [] : ['--goto']), `${file}:${String(line)}`]
    : [`+${String(line)}`, file];
}
