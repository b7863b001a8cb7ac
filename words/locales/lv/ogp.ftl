### OGP termiņi: ko un līdz kuram laikam prasa OGP noteikumi.

ogp-head = <b>OGP termiņi</b>
ogp-line = – { $line }
ogp-none = Nevienam spēkā esošam plānam sarakstā nav ierakstīts OGP periods, tāpēc OGP termiņus neskaitām.
ogp-meeting =
    { $state ->
        [unknown] Foruma sanāksme vismaz reizi sešos mēnešos. Notikušu sanāksmju sarakstā nav.
        [late] Foruma sanāksme vismaz reizi sešos mēnešos. Termiņš bija: { $by } (pēdējā: { $last }).
       *[ahead] Foruma sanāksme vismaz reizi sešos mēnešos. Termiņš: { $by } (pēdējā: { $last }).
    }{ $planned ->
        [none] {" "}Nākamā nav ierakstīta.
       *[other] {" "}Nākamā: { $planned }.
    }
ogp-repository =
    { $state ->
        [unknown] Krātuves papildināšana vismaz divas reizes gadā. Publicēšana vēl nav atzīmēta.
        [late] Krātuves papildināšana vismaz divas reizes gadā. Termiņš bija: { $by } (pēdējo reizi: { $last }).
       *[ahead] Krātuves papildināšana vismaz divas reizes gadā. Termiņš: { $by } (pēdējo reizi: { $last }).
    }
ogp-society =
    Divas sanāksmes gadā, kurās iepazīstina ar rezultātiem un uzklausa viedokļus. Termiņš: { $by } (šogad notikušas: { $done }).{ $planned ->
        [none] {" "}Nākamā nav ierakstīta.
       *[other] {" "}Nākamā: { $planned }.
    }
ogp-summit = OGP samits: { $by }.
ws-ogp = OGP termiņi
