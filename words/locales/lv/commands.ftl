### Komandas: ko katra dara un ar kādu vārdu to šajā valodā raksta.

help = Uz atgādinājumu atbildiet ar pogu vai vienu ziņu.
    .mail = Uz atgādinājumu atbildiet ar vēstuli.
help-commands = <b>Komandas</b>
help-command = /{ $word } – { $what }

command-gaidam = ko vēl gaidām
    .word = gaidam
command-plans = plāna stāvoklis attēlā
    .word = plans
command-sanaksme = jauna sanāksme
    .word = sanaksme
command-sanaksmes = gaidāmās sanāksmes
    .word = sanaksmes
command-uzaicinat = personiska saite, ar ko pievienoties
    .word = uzaicinat
command-sakums = forums īsumā un ziņu prognoze
    .word = sakums
command-ogp = OGP termiņi
    .word = ogp
command-pauze = apturēt vai atsākt ziņas dalībniekiem
    .word = pauze
command-iestatijumi = valoda, laiks un dienas, kad Jums rakstīt
    .word = iestatijumi
command-privatums = kas par Jums ir saglabāts
    .word = privatums
