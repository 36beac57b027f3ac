"""`etude completion`: lets a shell complete commands, exercises and diagnoses."""

import os

import click

from etude.cli.codes import Code

_PLACES = {
    "bash": 'Put this into ~/.bashrc:  eval "$(etude completion bash)"',
    "zsh": 'Put this into ~/.zshrc:  eval "$(etude completion zsh)"',
    "fish": "etude completion fish > ~/.config/fish/completions/etude.fish",
}


@click.command("completion", short_help="Print shell completion.")
@click.argument("shell", type=click.Choice(list(_PLACES)), required=False)
@click.pass_context
def command(ctx: click.Context, shell: str | None) -> Code:
    """Print the completion script for SHELL, or say how to use it."""
    if shell is None:
        name = os.path.basename(os.environ.get("SHELL", ""))
        click.echo("\n".join([_PLACES[name]] if name in _PLACES else _PLACES.values()))
        return Code.OK
    from click.shell_completion import get_completion_class

    completion = get_completion_class(shell)
    assert completion is not None
    root = ctx.find_root().command
    click.echo(completion(root, {}, "etude", "_ETUDE_COMPLETE").source())
    return Code.OK
