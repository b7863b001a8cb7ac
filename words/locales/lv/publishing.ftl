### Publicēšana: koordinatora teksts, galīgais ziņojums un kur tas ir publicēts.

publication-text = <b>Koordinators ir sagatavojis tekstu publicēšanai.</b> Jūsu atbilde nav mainīta; ziņojumā tās vietā būs šis teksts ar norādi, ka tas ir rediģēts.
publication-of = <b>{ $number }{ $of }</b> ({ $version }. redakcija) «{ $text }»
publication-wrong = Ja kaut kas nav pareizi, lūdzu, rakstiet koordinatoram.
