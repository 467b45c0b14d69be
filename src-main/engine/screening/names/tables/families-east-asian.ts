/**
 * Family names (and the commonest syllables of Korean given names): Chinese in pinyin, Wade-Giles, Cantonese and southern spellings; Korean in the
 * revised romanisation, McCune-Reischauer and as people write themselves; Japanese with its long vowels. One name a line, original writing last.
 */
export const eastAsianFamilies = `
zhang cheung teo 张 張
wang wong ong vong heng 王 汪
li lee rhee ri yi ree 李 黎 이 리
liu lau liew lew 刘 劉
chen chan 陈 陳
yang yeung yeoh 杨 楊
huang wee oei hwong 黄 黃
zhao chao 赵 趙
wu goh 吴 吳 武
zhou chou chow chew 周
xu hsu hsuu 徐 许 許
sun suen soon 孙 孫
ma mah 马 馬
zhu chu choo 朱
hu woo hoo 胡
guo kuo kwok quek 郭
he ho hor 何 贺
gao kao 高
lin lam 林
luo lo law loh 罗 羅
zheng cheang tay 郑 鄭
liang leung neo 梁
xie hsieh tse chia 谢 謝
song sung soong 宋
tang tong 唐 汤
han hahn 韩 韓
feng fung 冯 馮
deng teng 邓 鄧
cao tsao 曹
peng pang phang 彭
zeng tseng tsang 曾
xiao hsiao siu siew 萧 肖 蕭
tian tien 田
dong tung 董
pan poon phua 潘
yuan yuen 袁
cai tsai chua 蔡
jiang chiang keung 蒋 江 姜 蔣
yu 于 余 俞
du tu 杜
ye yeh yip yap 叶 葉
cheng 程 成
wei wai ngai 魏 韦 卫
su soo 苏 蘇
lu loo 卢 陆 鲁 路 盧 陸 魯
ding ting 丁
ren yam 任
yao yiu 姚
shen shum sim 沈 申
zhong 钟 鍾
cui tsui 崔
谭 譚
fan fann 范 樊
jin chin 金
shi shih shek 石 史 施
liao 廖
jia 贾 賈
xia hsia 夏
fu foo 付 傅
fang fong 方
zou tsou chau 邹 鄒
xiong hsiung 熊
bai 白
meng mang 孟
qin 秦
qiu chiu khoo yau 邱 丘
hou how hau 侯
gu ku koo 顾 顧 古
gong kung 龚 龔 宫
shao 邵
wan 万 萬
qian chien 钱 錢
dai tai 戴
yan yen 严 颜 閻 嚴
lei lui 雷
hong hung 洪
mao mow 毛
ouyang auyeung owyang 欧阳 歐陽
sima szema 司马 司馬
zhuge chuko 诸葛 諸葛
kim gim ghim 김
park pak bak bahk 박
choi choe choy 최
jung jeong chung chong jong 정
ji chi jee 지
oh 오
kang gang 강
cho jo 조
yoon yun youn 윤
jang chang 장
im rim yim 임 림
shin sin 신
seo suh so 서
kwon kwun gwon 권
hwang whang 황
ahn an 안
ryu yoo ryoo 류 유
jeon chon chun 전
ko go koh 고
moon mun 문
bae pae 배
baek paek paik baik 백
heo hur huh 허
nam 남
shim 심
noh roh ro 노 로
ha hah 하
kwak gwak 곽
cha tcha 차
joo ju 주
min 민
son sohn 손
na 나
om eom um 엄
chae 채
won weon 원
cheon 천
bang 방
kong 공
hyun hyon hyeon 현
yong ryong 룡 용
chol cheol chul 철
seong 성
young yeong 영
kyong kyung gyeong 경
myong myung myeong 명
hyok hyuk hyeok 혁
hyong hyung hyeong 형
kwang gwang 광
guk kuk gook kook 국
joon jun 준
hun hoon 훈
suk sok seok 석
hee hui hi 희
shangguan shangkuan 上官
situ szeto seeto ssutu 司徒
xiangli hsiangli 相里
xiahou hsiahou 夏侯
huangfu 皇甫
gongsun kungsun 公孙 公孫
murong mujung 慕容
dongfang tungfang 东方 東方
linghu 令狐
zhangsun changsun 长孙 長孫
yuwen 宇文
yuchi yuchih 尉迟 尉遲
sikong ssukung 司空
dugu tuku 独孤 獨孤
nangong nankung 南宫 南宮
duanmu tuanmu 端木
huyan 呼延
xuanyuan hsuanyuan 轩辕 軒轅
chunyu 淳于
shentu 申屠
wenren wenjen 闻人 聞人
ximen hsimen 西门 西門
helian holien 赫连 赫連
tantai 澹台 澹臺
tuoba topa 拓跋
xianyu hsienyu 鲜于 鮮于
zhongli chungli 钟离 鍾離
moqi mochi 万俟 萬俟
dongguo tungkuo 东郭 東郭
ke kua kwa quah 柯
namgung namgoong namkung namkoong namgong 남궁
hwangbo hwangpo whangbo 황보
seonu sunwoo seonwoo sunu sonwoo 선우
jegal chegal jaegal jekal 제갈
dokgo tokko dokko tokgo 독고
sagong sakong 사공
seomun seomoon suhmoon 서문
dongbang tongbang 동방
tak tark 탁
paeng paing 팽
nguyen nguen
sato satoh satou 佐藤
ito itoh itou 伊藤
kato katoh katou 加藤
saito saitoh saitou 斎藤 斉藤
goto gotoh gotou 後藤
endo endoh endou 遠藤
kondo kondoh kondou 近藤
ono ohno oono 小野 大野
ota ohta oota 太田
oshima ohshima ooshima 大島
otsuka ohtsuka 大塚
tanaka 田中
suzuki 鈴木
takahashi 高橋
watanabe 渡辺 渡邊 渡邉
yamamoto 山本
nakamura 中村
kobayashi 小林
yoshida 吉田
yamada 山田
sasaki 佐々木
yamaguchi 山口
matsumoto 松本
inoue 井上
kimura 木村
shimizu 清水
yamazaki yamasaki 山崎
mori 森
abe 阿部 安倍
ikeda 池田
hashimoto 橋本
ishikawa 石川
nakajima nakashima 中島
maeda 前田
fujita 藤田
ogawa 小川
okada 岡田
hasegawa 長谷川
murakami 村上
ishii 石井
sakamoto 坂本
aoki 青木
fujii 藤井
nishimura 西村
fukuda 福田
miura 三浦
fujiwara 藤原
okamoto 岡本
matsuda 松田
nakagawa 中川
nakano 中野
harada 原田
tamura 田村
takeuchi 竹内
kaneko 金子
wada 和田
nakayama 中山
ishida 石田
ueda 上田
morita 森田
hara 原
shibata 柴田
sakai 酒井
kudo kudoh 工藤
yokoyama 横山
miyazaki miyasaki 宮崎
miyamoto 宮本
uchida 内田
takagi 高木
ando andoh 安藤
shimada 島田
taniguchi 谷口
takada 高田
maruyama 丸山
imai 今井
takano 高野
fujimoto 藤本
takeda 武田
murata 村田
ueno 上野
sugiyama 杉山
masuda 増田
sugawara 菅原
hirano 平野
kojima 小島
chiba 千葉
kubo 久保
matsui 松井
iwasaki 岩崎
sakurai 桜井
kinoshita 木下
noguchi 野口
matsuo 松尾
kikuchi 菊池
nomura 野村
arai 新井
`;
