/**
 * Traditional forms and the simplified ones they stand for, position by position: the characters of
 * unit, cue and indicator words, so that 財政收入增長 is read as 财政收入增长.
 */
const forms = {
  traditional:
    '財級鎮預與總徑並於內稅劃實現額納庫項繳國單個業務門徵區產經濟會農資規間戶萬術費貿進貨對際賬純還體鄉營創擔貸餘計機構儲點數續億開設別協議記錄籤約訂談檔過檻縣來統專' +
    '隊隱軍獨獸層領類學畢碩權發請擁盤積閒調應廠標準轉園範種畝糧穩麥葉藥採獼欄豬雞養場組織職質帶頭認證綠兩陳順動違築亂佔補減掛鉤鈎復墾裏裡車幹線斷觀遊長顧績網樹撫義燈' +
    '麗態興廁衛衞無蓋汙處氣潔電遷貧羣衆眾舊優綜員兒脫監測醫擴膠辦樓運篩檢勞輸崗難參險療爲為訪糾紛圍寫漁價漲冊龍見評滿結時樂絡銷遞賃適貼寬纖樁臺驗後強牀護鞏階齡訓飲溝' +
    '節壩滲達稈糞災報臨問爭債銜負審許壓縮輛廣書禮圖館踐戲藝願黨軟渙紀給責題剛獲偵惡詐騙視頻攝裝風頂變舉試貢獻潤殯墳婦聯關愛殘匯戰備礎籌顆濃細診暢莊塊錢歐頃華盞條棟張' +
    '輪劑峯叢噸號歲屆頁鍾釐堅確維識諸馮緊繞當榮習東濰譽稱龔邁奧恆亞側謀劉團諧靈環傾孫聖駐傳啓啟嚴屬掃鬥熱郵懸語橫極齊況夠們將決導賦載雙撈倉寶馳廂鈑魯滾勢鏈盡蘋壯脹島' +
    '巖薦選楊較詳鄭勝勁蘭鋪幾蹤執嶺幫讓終奮誠換諾須臉麼說説毀讀慣煙喫這搶遠親覺講喚夢礪譜謝緣凱鑄闊潛揮盧棲鮮雜據馬跡練邊邏離牆饋締徹歷豐顯則鍵貫釣溫響歸連遺勵撐樣慶' +
    '廳陽櫻簡尋從獎罰壞賈輻閉師隨脈繼輿橋翹鍛訴憲鐵偉幟驅競針轄釋紡峽緩諮詢賽覽論壇討稟濱話銳鋭藍戀夥飾騰籠鳥蟬黃輕贏腫殼搖艱憂衝擺肅圓異兌誼賢陣丟醜銀燒揚厲擊狀棄頓' +
    '敗剎錯誤腳撥彈漢岡贈雲獄艙踴躍鋒詮爾幣氫虛擬羅筆編壽廢紅澇萊滬輔箏韓畫儀僑沒損奪彌閘蘊藴薈輩鄰陸縱樞紐購湧輝綱錨繪籃粵灣鳶牽聲鋁懲滅訟竈槓絕閣屜紓買閱閲課腸顫塵' +
    '鋼鍋爐礦償擾腦綿趨蝦貝聽聞淨潁躋僅蘇該瀝繕闢鑿噴塗錕碼瑤薩頗錫倫瀏輯趙吳鄧蔣呂譚韋鄒閆賀湯喬龐顏聶嶽寧駱鮑饒繆蘆婁竇宮閔鄔欒遲鄺詞謹',
  simplified:
    '财级镇预与总径并于内税划实现额纳库项缴国单个业务门征区产经济会农资规间户万术费贸进货对际账纯还体乡营创担贷余计机构储点数续亿开设别协议记录签约订谈档过槛县来统专' +
    '队隐军独兽层领类学毕硕权发请拥盘积闲调应厂标准转园范种亩粮稳麦叶药采猕栏猪鸡养场组织职质带头认证绿两陈顺动违筑乱占补减挂钩钩复垦里里车干线断观游长顾绩网树抚义灯' +
    '丽态兴厕卫卫无盖污处气洁电迁贫群众众旧优综员儿脱监测医扩胶办楼运筛检劳输岗难参险疗为为访纠纷围写渔价涨册龙见评满结时乐络销递赁适贴宽纤桩台验后强床护巩阶龄训饮沟' +
    '节坝渗达秆粪灾报临问争债衔负审许压缩辆广书礼图馆践戏艺愿党软涣纪给责题刚获侦恶诈骗视频摄装风顶变举试贡献润殡坟妇联关爱残汇战备础筹颗浓细诊畅庄块钱欧顷华盏条栋张' +
    '轮剂峰丛吨号岁届页钟厘坚确维识诸冯紧绕当荣习东潍誉称龚迈奥恒亚侧谋刘团谐灵环倾孙圣驻传启启严属扫斗热邮悬语横极齐况够们将决导赋载双捞仓宝驰厢钣鲁滚势链尽苹壮胀岛' +
    '岩荐选杨较详郑胜劲兰铺几踪执岭帮让终奋诚换诺须脸么说说毁读惯烟吃这抢远亲觉讲唤梦砺谱谢缘凯铸阔潜挥卢栖鲜杂据马迹练边逻离墙馈缔彻历丰显则键贯钓温响归连遗励撑样庆' +
    '厅阳樱简寻从奖罚坏贾辐闭师随脉继舆桥翘锻诉宪铁伟帜驱竞针辖释纺峡缓咨询赛览论坛讨禀滨话锐锐蓝恋伙饰腾笼鸟蝉黄轻赢肿壳摇艰忧冲摆肃圆异兑谊贤阵丢丑银烧扬厉击状弃顿' +
    '败刹错误脚拨弹汉冈赠云狱舱踊跃锋诠尔币氢虚拟罗笔编寿废红涝莱沪辅筝韩画仪侨没损夺弥闸蕴蕴荟辈邻陆纵枢纽购涌辉纲锚绘篮粤湾鸢牵声铝惩灭讼灶杠绝阁屉纾买阅阅课肠颤尘' +
    '钢锅炉矿偿扰脑绵趋虾贝听闻净颍跻仅苏该沥缮辟凿喷涂锟码瑶萨颇锡伦浏辑赵吴邓蒋吕谭韦邹闫贺汤乔庞颜聂岳宁骆鲍饶缪芦娄窦宫闵邬栾迟邝词谨',
};

const simplifiedOf = new Map(
  [...forms.traditional].map((character, at) => [character, forms.simplified.charAt(at)]),
);
const traditional = new RegExp(`[${forms.traditional}]`, 'g');
/** 1 for the code of a traditional form: most texts have none, and are told so in a tenth of the time. */
const isTraditional = new Uint8Array(0x10000);
for (const character of forms.traditional) isTraditional[character.charCodeAt(0)] = 1;

/** Folds traditional characters one for one: the length and every offset stay the same. */
export function simplify(text: string): string {
  let first = 0;
  while (first < text.length && isTraditional[text.charCodeAt(first)] !== 1) first += 1;
  if (first === text.length) return text;
  return text.replace(traditional, (character) => simplifiedOf.get(character) ?? character);
}
