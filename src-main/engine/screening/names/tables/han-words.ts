/**
 * Words of firms, institutes and universities in Han characters and what English names say for them: "word: one way | another way", each way one word
 * or several. Words with one meaning and one English word are in the tables of trades and places. Nothing here is a translation of a firm's own name.
 */
export const hanWords = `
大学: university
集团: group
集团公司: group company
集团有限公司: group co ltd
集团股份有限公司: group co ltd
集团有限责任公司: group co ltd
理工大学: university of science and technology | institute of technology | university of technology
科技大学: university of science and technology | university of technology
科学技术大学: university of science and technology
工业大学: polytechnical university | institute of technology | university of technology
工程大学: engineering university | university of engineering
交通大学: jiaotong university | transportation university
师范大学: normal university
农业大学: agricultural university
医科大学: medical university
国防科技大学: national university of defense technology
航空航天大学: university of aeronautics and astronautics | aerospace university
北京航空航天大学: beihang university | beijing university of aeronautics and astronautics
电子科技大学: university of electronic science and technology
邮电大学: university of posts and telecommunications
石油大学: petroleum university | university of petroleum
海洋大学: ocean university
师范学院: normal college | teachers college
职业技术学院: vocational and technical college
工程学院: engineering institute | engineering college
技术学院: institute of technology | technical college
研究院: academy | research institute
研究总院: general research institute | academy
研究所: institute | research institute
设计院: design institute
设计研究院: design and research institute
科学院: academy of sciences
中国科学院: chinese academy of sciences
中科院: chinese academy of sciences
社会科学院: academy of social sciences
工程院: academy of engineering
工程物理研究院: academy of engineering physics
研发中心: research and development center
研究中心: research center
技术中心: technology center | technical center
工程技术: engineering technology
工程中心: engineering center
计算中心: computing center
超级计算中心: supercomputing center | supercomputer center
超算中心: supercomputing center | supercomputer center
超级计算: supercomputing | supercomputer
高性能计算: high performance computing
国家实验室: national laboratory
重点实验室: key laboratory
国家重点实验室: state key laboratory
物质科学: physical sciences
集成电路: integrated circuit | ic
芯片: chip | chips
微电子: microelectronics | micro electronics
光电子: optoelectronics
光刻: lithography
光刻机: lithography machine
存储: memory technologies | storage
存储器: memory
封装: packaging
测试: test | testing
晶圆: wafer
传感器: sensor | sensors
雷达: radar
导航: navigation
卫星: satellite
航天科技: aerospace science and technology
航天科工: aerospace science and industry
航空工业: aviation industry
飞机: aircraft
飞机工业: aircraft industry
飞行器: aircraft | flight vehicle
直升机: helicopter
发动机: engine
航空发动机: aero engine | aircraft engine
火箭: rocket
运载火箭: launch vehicle | carrier rocket
空间技术: space technology
航天器: spacecraft
太空: space
船舶: shipbuilding | ship
船舶工业: shipbuilding industry | state shipbuilding
船舶重工: shipbuilding industry
重工: heavy industry | heavy industries
重型: heavy
轻工: light industry
交通: communications | transportation
交通建设: communications construction
核工业: nuclear industry | nuclear
广核: general nuclear power | general nuclear
核动力: nuclear power
核电: nuclear power
原子能科学: atomic energy
物理: physics
数学: mathematics
理论: theoretical
应用: applied | application
精密: precision
精密机械: precision machinery
精密仪器: precision instrument | precision instruments
光学精密机械: optics fine mechanics
自动化: automation
控制: control
控制工程: control engineering
信息产业: information industry
信息技术: information technology
信息科技: information technology
信息工程: information engineering
电子技术: electronic technology | electronics technology
电子科技: electronics technology | electronic science and technology
电子信息: electronic information
计算技术: computing technology | computer technology
计算机技术: computer technology
计算: computing
云计算: cloud computing
数据: data
大数据: big data
人工智能: artificial intelligence | ai
智能: intelligent | smart
智能科技: intelligent technology
智能技术: intelligent technology
大模型: large model
模型: model
算法: algorithm
量子: quantum
量子信息: quantum information
机器: machine
视觉: vision
图像: image
语音: speech | voice
安防: security
数字技术: digital technology
数字: digital
数码: digital
网络技术: network technology
网络科技: network technology
无线: wireless
移动: mobile
卫通: satellite communications
光纤: fiber optic | optical fiber
光纤光缆: optical fiber and cable
激光: laser
红外: infrared
真空: vacuum
材料: materials | material
新材料: new materials | advanced materials
复合材料: composite materials | composites
碳纤维: carbon fiber
稀土: rare earth
硅业: silicon industry
多晶硅: polysilicon
新能源: new energy
太阳能: solar energy | solar
光伏: photovoltaic
电池: battery
电缆: cable
电机: electric motor | motor
电子元件: electronic components
电力设备: power equipment
化工: chemical | chemical industry
化纤: chemical fiber
农垦: agricultural reclamation
纺织: textile
棉业: cotton
服装: garment | clothing
食品: food
药业: pharmaceutical
制药: pharmaceutical
生物科技: biotechnology | biotech
生物技术: biotechnology | biotech
基因: genomics | gene
医学: medical sciences | medicine
军事医学: military medical sciences
医疗器械: medical equipment | medical devices
高科技: high technology | hi tech
高新技术: high technology | high tech
高技术: high technology
创新: innovation | innovations
科工: science and industry
科贸: science and trade
工贸: industry and trade
商贸: trading | commerce and trade
国际贸易: international trading | international trade
进出口: import and export
对外贸易: foreign trade
供应链: supply chain
供应链管理: supply chain management
物流: logistics
货运: freight | cargo
国际货运: international freight | international logistics
国际货运代理: international freight forwarding | international freight
报关: customs clearance
航运: shipping
海运: shipping | marine
船务: shipping | marine
船舶管理: ship management
油轮: tanker
石油天然气: oil and gas | petroleum
海洋石油: offshore oil | cnooc
石油化工: petrochemical | petroleum and chemical
油气: oil and gas
勘探: exploration
钻井: drilling
炼化: refining and chemical
矿业: mining
有色金属: nonferrous metals | non ferrous metal
钢铁: iron and steel | steel
合金: alloy
铝业: aluminum
铜业: copper
黄金: gold
贵金属: precious metals
玻璃钢: fiber reinforced plastic | frp
数控机床: cnc machine | numerical control machine tool
机床: machine tool | machine
工具: tools
模具: mould | mold
轴承: bearing
阀门: valve
泵业: pump
仪表: instrument | meter
仪器仪表: instruments and meters | instrument
测量: measurement
计量: metrology
测绘: surveying and mapping
遥感: remote sensing
海洋: ocean | marine
海底: submarine | undersea
水声: underwater acoustic
声学: acoustics
气象: meteorological
地震: earthquake
地质: geological
地理信息: geographic information
环保: environmental protection
环境科技: environmental technology
水务: water
公安: public security
公安局: public security bureau
公安厅: public security department
司法: judicial
警察: police
国防: national defense | defense
国防工业: defense industry
军工: military industry
兵器工业: ordnance industry | north industries
兵工: ordnance
工业公司: industries corporation
武器: weapon
弹药: ammunition
火炸药: explosives
装备: equipment
特种: special
特种装备: special equipment
安全技术: security technology
反恐: counter terrorism
生产建设兵团: production and construction corps
兵团: production and construction corps
解放军: peoples liberation army
人民: people
工程机械: construction machinery
建筑工程: construction engineering
建工: construction engineering
建材: building materials
水泥: cement
房地产: real estate
置业: property
投资管理: investment management
资产管理: asset management
资本: capital
创业投资: venture capital
产业: industry | industrial
产业园: industrial park
工业园: industrial park
园区: park
开发区: development zone
技术开发: technology development
技术服务: technology service | technical service
技术研究: technology research
开发: development
科技发展: science and technology development | technology development
科技开发: technology development
科技创新: science and technology innovation | technology innovation
技术进出口: technology import and export
科学技术: science and technology
科学: science
新技术: new technology
总公司: general corporation | corporation
总厂: general factory
制造厂: factory
制造: manufacturing
制品: products
器材: equipment | materials
商务: business | commerce
文化: culture
传媒: media
教育科技: education technology
未来: future
世界: world
太平洋: pacific
长江: yangtze | changjiang
黄河: yellow river | huanghe
长城: great wall | changcheng
东海: east sea | donghai
南海: south china sea | nanhai
渤海: bohai
恒星: star | hengxing
北斗: beidou | compass
天宫: tiangong
东风: dongfeng
红旗: red flag | hongqi
前进: progress | qianjin
光明: bright | guangming
曙光: dawning | sugon
长征: long march | changzheng
解放: liberation | jiefang
和平: peace | heping
友谊: friendship | youyi
友好: friendship | youhao
银河: galaxy | yinhe
天河: tianhe | milky way
神州: shenzhou
华夏: huaxia
东亚: east asia
亚洲: asia
亚太: asia pacific
非洲: africa
欧洲: europe
平壤: pyongyang
朝鲜: korea
韩国: korea
伊朗: iran
缅甸: myanmar
越南: vietnam
泰国: thailand
印度: india
巴基斯坦: pakistan
土耳其: turkey
阿联酋: uae
迪拜: dubai
江西: jiangxi
安徽: anhui
甘肃: gansu
青海: qinghai
宁夏: ningxia
石家庄: shijiazhuang
郑州: zhengzhou
太原: taiyuan
西宁: xining
兰州: lanzhou
银川: yinchuan
乌鲁木齐: urumqi
拉萨: lhasa
昆明: kunming
贵阳: guiyang
南宁: nanning
海口: haikou
福州: fuzhou
泉州: quanzhou
南昌: nanchang
长春: changchun
洛阳: luoyang
绵阳: mianyang
珠海: zhuhai
佛山: foshan
中山: zhongshan
惠州: huizhou
常州: changzhou
南通: nantong
徐州: xuzhou
扬州: yangzhou
温州: wenzhou
嘉兴: jiaxing
绍兴: shaoxing
烟台: yantai
威海: weihai
潍坊: weifang
保定: baoding
唐山: tangshan
鞍山: anshan
包头: baotou
株洲: zhuzhou
湘潭: xiangtan
襄阳: xiangyang
宜昌: yichang
桂林: guilin
三亚: sanya
和田: hotan
阿克苏: aksu
喀什: kashgar
中山大学: sun yat sen university | zhongshan university
产業: industry | sangyo
貿易商会: trading company | boeki shokai
精器: precision instruments | seiki
精工: precision | seiko
製作所: works | seisakusho
工業所: industries | kogyosho
商事: trading | shoji
商会: trading | shokai
電機: electric | denki
電気: electric | denki
`;
