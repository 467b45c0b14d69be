/**
 * How characters are read in Japanese names: "character reading reading …", the commonest first. Family names are put together from these; so are
 * given names. Long vowels are written as passports do, once.
 */
export const japaneseReadings = `
一 kazu ichi hajime hitoshi
二 ji
三 mi zo san
四 shi yo
五 go
六 roku
七 nana shichi
八 ya hachi
九 ku
十 to ju
郎 ro
朗 ro aki akira
太 ta
男 o
夫 o
雄 o yu
生 o ki
美 mi
子 ko
恵 e megumi kei
江 e
枝 e
代 yo shiro
世 yo
奈 na
菜 na
加 ka
香 ka kaori
花 ka hana
華 ka hana
里 ri sato
理 ri osamu
莉 ri
由 yu yoshi
友 yu tomo
優 yu masaru
裕 yu hiro yutaka
祐 yu suke
勇 yu isamu
悠 yu haruka
雅 masa
正 masa tadashi sho
昌 masa sho
政 masa
将 masa sho
誠 makoto sei
真 ma shin makoto
信 nobu shin
伸 nobu shin
進 susumu shin
新 shin ara nii
晋 shin
慎 shin
孝 taka
隆 taka takashi ryu
高 taka
貴 taka ki
崇 taka takashi so
敬 taka kei
博 hiro hiroshi
弘 hiro hiroshi
宏 hiro hiroshi
浩 hiro hiroshi ko
広 hiro
寛 hiro hiroshi kan
洋 yo hiroshi
明 aki akira
昭 aki sho
章 aki akira
秋 aki
晃 aki akira
彰 aki akira
健 ken takeshi
賢 ken masaru
謙 ken
研 ken
建 ken tate
憲 ken nori kenji
剛 tsuyoshi go
武 take takeshi mu
毅 tsuyoshi takeshi
猛 takeshi
豊 yutaka toyo
茂 shige shigeru
重 shige
繁 shige
和 kazu wa
則 nori
典 nori
紀 nori ki
徳 nori toku
法 nori
義 yoshi
吉 yoshi kichi
良 yoshi ryo
好 yoshi
芳 yoshi
嘉 yoshi
佳 yoshi ka kei
敏 toshi
俊 toshi shun
利 toshi ri
年 toshi
寿 toshi hisa kotobuki
久 hisa ku
尚 hisa nao
直 nao
哲 tetsu satoshi
鉄 tetsu
聡 satoshi so
智 tomo satoshi chi
知 tomo chi
朋 tomo
勝 katsu masaru
克 katsu
活 katsu
光 mitsu hikaru hikari ko
満 mitsu
充 mitsu
治 haru osamu ji
春 haru
晴 haru
陽 yo haru akira
修 osamu shu
秀 hide shu
英 hide ei
栄 ei sakae
永 naga ei
幸 yuki sachi ko
行 yuki iku
之 yuki
雪 yuki
志 shi
史 shi fumi
司 ji shi tsukasa
次 ji tsugi
慈 ji
助 suke
介 suke
輔 suke
平 hei taira hira
兵 hei
彦 hiko
人 to hito
仁 hito jin
斗 to
翔 sho
大 dai hiro o
樹 ki itsuki
輝 ki teru
希 ki nozomi
喜 ki yoshi
基 moto ki
元 moto gen
玄 gen
源 gen
弦 gen
幹 miki
臣 omi shin
啓 kei
圭 kei
慶 kei yoshi
康 yasu ko
安 yasu
保 yasu tamotsu bo ho
泰 yasu
靖 yasu
耕 ko
公 kimi ko
亮 ryo akira
涼 ryo
龍 ryu
竜 ryu
学 manabu gaku
守 mamoru mori
実 minoru mi
稔 minoru
清 kiyoshi kiyo
潔 kiyoshi
純 jun
潤 jun
順 jun
淳 jun atsushi
淑 yoshi toshi
篤 atsushi
厚 atsushi
彩 aya
綾 aya
文 fumi bun
千 chi
津 tsu
早 haya sa
沙 sa
紗 sa
佐 sa
咲 saki
桜 sakura
愛 ai mana
葵 aoi
結 yui yu
唯 yui
瞳 hitomi
舞 mai
麻 ma asa
静 shizuka shizu
田 ta da
中 naka
山 yama
川 kawa gawa
河 kawa
本 moto
木 ki gi
村 mura
野 no
原 hara wara
林 hayashi bayashi
森 mori
藤 to do fuji
井 i
上 ue kami noue
下 shita shimo
松 matsu
竹 take
梅 ume
杉 sugi
桐 kiri
柳 yanagi
小 ko o
岡 oka
丘 oka
島 shima jima
嶋 shima
崎 saki zaki
橋 hashi bashi
石 ishi
岩 iwa
水 mizu
池 ike
沢 sawa zawa
澤 sawa zawa
谷 tani ya
坂 saka zaka
口 kuchi guchi
内 uchi
外 soto
前 mae
後 go
西 nishi
東 higashi azuma
南 minami
北 kita
宮 miya
寺 tera dera
神 kami
福 fuku
金 kane kana
銀 gin
青 ao
赤 aka
白 shira shiro
黒 kuro
土 tsuchi
斎 sai
斉 sai
近 kon chika
伊 i
遠 en
渡 wata
辺 be nabe
邊 be nabe
部 be tori
富 tomi fu
長 naga
古 furu
今 ima
倉 kura
蔵 kura zo
持 mochi
瀬 se
夏 natsu
冬 fuyu
沖 oki
浜 hama
濱 hama
海 umi kai
港 minato
鳥 tori
鶴 tsuru
亀 kame
馬 ma uma
牛 ushi
熊 kuma
犬 inu
峰 mine
峯 mine
樫 kashi gashi
柏 kashiwa
栗 kuri
桃 momo
萩 hagi
菊 kiku
荒 ara
日 hi
月 tsuki
星 hoshi
空 sora
雨 ame
風 kaze
霧 kiri
朝 asa
夕 yu
夜 yo
屋 ya
家 ie ya
戸 to
門 kado
関 seki
堀 hori
塚 tsuka zuka
畑 hata
園 sono zono
庭 niwa
町 machi
市 ichi
入 iri
出 de
向 mukai
立 tachi
角 kado sumi
横 yoko
丸 maru
細 hoso
若 waka
服 hat
滝 taki
泉 izumi
浦 ura
湯 yu
波 nami
塩 shio
須 su
賀 ga
間 ma
牧 maki
飯 ii
米 yone
桑 kuwa
矢 ya
弓 yumi
刀 katana
片 kata
手 te
足 ashi
目 me
玉 tama
宝 takara
酒 saka sakai
倍 be bai
邦 kuni
也 ya nari
禎 tadashi sada
貞 sada tei
篠 shino
隼 hayato
拓 taku hiroshi
颯 so hayate
蓮 ren
翼 tsubasa
匠 takumi
航 wataru ko
蒼 so aoi
湊 minato
陸 riku
哉 ya
弥 ya
昇 noboru sho
登 noboru to
稲 ina
桂 katsura kei
榎 enoki eno
榊 sakaki
笠 kasa
笹 sasa
菅 suga kan
葉 ha ba yo
草 kusa
鈴 suzu
鎌 kama
阪 saka
阿 a
雲 kumo
飛 tobi hi
鬼 oni
鹿 shika ka
児 ko ji
堂 do
増 masu
多 ta
奥 oku
宇 u
尾 o
成 nari sei
所 tokoro
有 ari yu
曽 so
植 ue
椎 shii
楠 kusunoki
橘 tachibana
沼 numa
深 fuka
渋 shibu
猪 ino i
甲 ko
畠 hata
相 ai so
砂 suna
磯 iso
秦 hata
穂 ho
筒 tsutsu
糸 ito
織 ori
能 no
船 funa
荻 ogi
見 mi
諏 su
諸 moro
越 koshi
鷹 taka
嶺 mine
冴 sae
凛 rin
遥 haruka
楓 kaede
蘭 ran
鳴 naru
都 miyako
京 kyo
旭 asahi
昂 subaru ko
堅 ken
恒 tsune hisashi
常 tsune
経 tsune
庸 yo
照 teru
晶 aki
朱 aka
柴 shiba
梶 kaji
椿 tsubaki
権 gon
殿 tono
毛 mo ke
氏 uji
玲 rei
珠 tama
琴 koto
瑞 mizu
瑠 ru
璃 ri
皓 ko
眞 ma shin makoto
礼 rei
祥 sho yoshi
禄 roku
翠 midori
肇 hajime
舟 fune
芝 shiba
茜 akane
莞 kan
蔦 tsuta
衛 ei
裟 sa
製 sei
豪 go
貢 mitsugu
赳 takeo
逸 itsu
達 tatsu
道 michi do
郁 iku
鈞 kin
鋼 ko
鍵 kagi
雷 rai
顕 aki ken
駿 shun
麟 rin
麗 rei
黎 rei
`;

/** Family names that are read as a whole: "characters reading". */
export const japaneseWholes = `
長谷川 hasegawa
長谷部 hasebe
服部 hattori
五十嵐 igarashi
東海林 shoji
井上 inoue
日下 kusaka
大和 yamato
春日 kasuga
飛鳥 asuka
百瀬 momose
八木 yagi
土屋 tsuchiya
小山田 oyamada
久保 kubo
久保田 kubota
大久保 okubo
長野 nagano
宇都宮 utsunomiya
北条 hojo
東条 tojo
本条 honjo
武者小路 mushanokoji
勅使河原 teshigawara
`;
