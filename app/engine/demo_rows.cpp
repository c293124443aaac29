// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/engine/demo_rows.h"

#include <algorithm>

#include "layout/wording.h"
#include "scenes/demo_plan.h"
#include "tokenizer/prompt.h"

namespace mia::engine {
namespace {

constexpr int kCorpusScenes = 2000;

struct RowPictures {
  std::vector<scenes::Scene> scenes;  // of all images, in the recipe's order
  torch::Tensor features;             // [visual tokens, width]
};

RowPictures pickCanvas(const PicturePool& pool, Random& random) {
  const auto i = random.below(pool.scenes.size());
  return {pool.scenes[i], pool.features[static_cast<std::int64_t>(i)]};
}

RowPictures pickSequence(const PicturePool& singles, int count, Random& random) {
  std::vector<std::uint64_t> picked;
  while (static_cast<int>(picked.size()) < count) {
    const auto i = random.below(singles.scenes.size());
    if (std::find(picked.begin(), picked.end(), i) == picked.end()) picked.push_back(i);
  }
  RowPictures row;
  std::vector<torch::Tensor> features;
  for (const std::uint64_t i : picked) {
    row.scenes.push_back(singles.scenes[i].front());
    features.push_back(singles.features[static_cast<std::int64_t>(i)]);
  }
  row.features = torch::cat(features);
  return row;
}

template <class T>
const T& pick(const std::vector<T>& values, Random& random) {
  return values[random.below(values.size())];
}

// The product asks about the inset of a pic-in-pic in many ways, about the others in one.
LayoutRecipe aimed(LayoutRecipe recipe, Random& random) {
  if (recipe.kind == LayoutKind::kPicInPic) {
    recipe.wording = pick(layout::picInPicPhrases(), random);
  } else {
    recipe.targetIndex = static_cast<int>(random.below(static_cast<unsigned>(recipe.imageCount)));
  }
  return recipe;
}

std::string fullPrompt(const LayoutRecipe& recipe, const std::string& question) {
  return tokenizer::promptText(tokenizer::PromptTemplate::kLlavaHf,
                               layout::wordPrompt(recipe, question));
}

// The prompt's ids up to the last picture, each picture as its visual tokens, and the ids behind.
struct SplitPrompt {
  std::vector<std::int64_t> prefix, text;
};

SplitPrompt split(const std::vector<int>& ids, int imageId, std::int64_t tokensPerPicture) {
  const auto behind = std::find(ids.rbegin(), ids.rend(), imageId).base();
  SplitPrompt prompt;
  for (auto at = ids.begin(); at != behind; ++at) {
    const std::int64_t copies = *at == imageId ? tokensPerPicture : 1;
    prompt.prefix.insert(prompt.prefix.end(), static_cast<std::size_t>(copies), *at);
  }
  prompt.text.assign(behind, ids.end());
  return prompt;
}

}  // namespace

std::vector<std::string> demoCorpus() {
  Random random = Random::stream(1, "corpus");
  std::vector<std::string> corpus;
  const scenes::DemoPlan plan = scenes::demoPlan();
  for (int i = 0; i < kCorpusScenes; ++i) {
    const scenes::Scene scene = scenes::randomScene(random);
    for (const scenes::Topic topic : scenes::kAllTopics) {
      const Turn turn = ask(scene, topic);
      const LayoutRecipe recipe = aimed(pick(plan.layouts, random).recipe, random);
      corpus.push_back(fullPrompt(recipe, turn.question));
      corpus.push_back(turn.answer);
    }
  }
  return corpus;
}

train::RowSource demoRows(const DemoWorld& world, const tokenizer::Tokenizer& tokenizer) {
  return [&world, &tokenizer, plan = scenes::demoPlan()](const std::string& layout, int questions,
                                                         Random& random) {
    const LayoutRecipe& recipe = scenes::demoLayout(plan, layout).recipe;
    const RowPictures pictures = recipe.kind == LayoutKind::kSequence
                                     ? pickSequence(world.at("single"), recipe.imageCount, random)
                                     : pickCanvas(world.at(layout), random);
    const int given = layout::pictureCount(recipe);
    train::QuestionRow row;
    row.features = pictures.features;
    for (int i = 0; i < questions; ++i) {
      const LayoutRecipe about = aimed(recipe, random);
      const auto target = static_cast<std::size_t>(about.targetIndex);
      const scenes::Topic topic = scenes::kAllTopics[random.below(scenes::kTopics)];
      const Turn turn = ask(pictures.scenes[target], topic);
      SplitPrompt prompt = split(tokenizer.encode(fullPrompt(about, turn.question)),
                                 tokenizer.imageId(), pictures.features.size(0) / given);
      const std::vector<int> answer = tokenizer.encodeAnswer(turn.answer);
      row.prefix = std::move(prompt.prefix);
      row.questions.push_back({std::move(prompt.text), {answer.begin(), answer.end()}});
    }
    return row;
  };
}

}  // namespace mia::engine
