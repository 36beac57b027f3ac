"""Attacks over the network and local sockets."""

from attack import Attack

NETWORK = "network, local sockets, starting processes"


def _reaching(listener: str, code: str) -> Attack:
    return Attack(
        line=NETWORK,
        code=f"import socket\n{code}",
        effect=lambda scene: listener in scene.heard(),
        possible_at=(1,),
    )


ATTACKS = {
    "TCP to a listener": _reaching("tcp", "socket.create_connection(('127.0.0.1', at['tcp']), 2)"),
    "UDP to a listener": _reaching(
        "udp",
        "socket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', at['udp']))",
    ),
    "local socket by its path": _reaching(
        "unix", "socket.socket(socket.AF_UNIX).connect(at['unix'])"
    ),
    "abstract local socket": _reaching(
        "abstract", "socket.socket(socket.AF_UNIX).connect(at['abstract'])"
    ),
    "datagram from one of a pair of sockets": _reaching(
        "datagram", "socket.socketpair(type=socket.SOCK_DGRAM)[0].sendto(b'x', at['datagram'])"
    ),
    "connecting again one of a pair of sockets": Attack(
        line=NETWORK,
        code="import socket; socket.socketpair()[0].connect(at['unix'])",
        effect=lambda scene: "unix" in scene.heard(),
    ),
}
