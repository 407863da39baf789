/** The shells that a script exists for. */
export type Shell = "bash" | "zsh" | "fish" | "powershell";

/**
 * What each shell has to run once. The completions come from the program (`--get-yargs-completions WORD…`), so the
 * scripts never age. The program adds a description behind a colon where SHELL is zsh, which understands it.
 */
export const completionScripts: Readonly<Record<Shell, string>> = {
  // Without mapfile, which macOS's bash 3.2 does not have; with nothing to offer, bash completes file names.
  bash: `_wsa_annotate() {
  local IFS=$'\\n' word="\${COMP_WORDS[COMP_CWORD]}" words=("\${COMP_WORDS[@]:0:COMP_CWORD+1}")
  COMPREPLY=($(compgen -W "$(SHELL=bash wsa-annotate --get-yargs-completions "\${words[@]}" 2>/dev/null)" -- "$word"))
}
complete -o bashdefault -o default -F _wsa_annotate wsa-annotate
`,
  zsh: `#compdef wsa-annotate
_wsa_annotate() {
  local -a found
  found=("\${(@f)$(SHELL=zsh wsa-annotate --get-yargs-completions "\${(@)words[1,CURRENT]}" 2>/dev/null)}")
  if [[ -n "$found[1]" ]]; then _describe 'wsa-annotate' found || _files; else _files; fi
}
if [[ "\${zsh_eval_context[-1]}" == loadautofunc ]]; then
  _wsa_annotate "$@"
else
  compdef _wsa_annotate wsa-annotate
fi
`,
  fish: `function __wsa_annotate_complete
    env SHELL=fish wsa-annotate --get-yargs-completions (commandline -opc) (commandline -ct) 2>/dev/null
end
complete -c wsa-annotate -a '(__wsa_annotate_complete)'
`,
  // Before 7.3 PowerShell drops an empty argument unless it is written as two quotes.
  powershell: `Register-ArgumentCompleter -Native -CommandName wsa-annotate -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements | ForEach-Object { $_.ToString() })
    if ($wordToComplete -eq '') {
        $words += if ($PSVersionTable.PSVersion -lt [version]'7.3') { '""' } else { '' }
    }
    & wsa-annotate --get-yargs-completions @words 2>$null |
        ForEach-Object { ($_ -split ':')[0] } |
        Where-Object { $_ -like "$wordToComplete*" } |
        ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
}
`,
};
